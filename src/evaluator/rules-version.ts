/**
 * The version of the rule set, kept with every review so that numbers from different rule sets are
 * never compared as if they were alike. Raise it when a rule, a weight or a cap changes.
 */
export const RULES_VERSION = '2';
