/** How the figures come about; what is kept of a review. */
export const HOW_COUNTED =
  'Each draft counts once, as it was first checked; what was marked "not an issue" does not count. Judged by rules; no texts and no names are kept.';
