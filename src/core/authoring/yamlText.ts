/** Starts, ends and pieces that make a plain scalar something else than its text. */
const special = /^[\s@`"'%&*!|>{}[\],#?:-]|: | #|[:\s]$|^$/;
const otherType = /^(?:null|true|false|yes|no|on|off|~|[-+.]?\d[\d_,.:eE+-]*)$/i;

/** A value as front matter writes it: with quotes only where YAML would read something else. */
export function yamlText(value: string, inList = false): string {
  const isPlain = !special.test(value) && !otherType.test(value) && !(inList && /[,[\]{}]/.test(value));
  return isPlain ? value : `"${value.replace(/["\\]/g, '\\$&')}"`;
}
