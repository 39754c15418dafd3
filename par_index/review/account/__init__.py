"""The account of an appraisal: every point between what was claimed and what is final."""
