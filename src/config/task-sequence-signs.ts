const start = /^\s*<(?:\?xml\s|!DOCTYPE\s|!--)/i;
const inside =
  /<(?:sequence[\s>/]|SmsTaskSequencePackage[\s>])|\bCLASSNAME\s{0,9}=\s{0,9}["']SMS_TaskSequencePackage["']/;

/** Answers whether a text looks like an exported task sequence, or like XML at all. */
export const looksLikeTaskSequence = (text: string): boolean =>
  start.test(text.slice(0, 1000).replace(/^\ufeff/, '')) || inside.test(text);
