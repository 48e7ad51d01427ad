/** Cell magics whose cell is Python all the same. The body of any other (`%%bash`, `%%html`) is another language. */
const pythonCells = /^\s*%%(time|timeit|capture|prun|debug|memit|mprun)\b/;

/**
 * A notebook cell with the lines that IPython reads itself (`%magic`, `!command`, `name?`) replaced by spaces of the same length,
 * so that offsets stay.
 */
export function blankMagics(cell: string): string {
  if (/^\s*%%/.test(cell) && !pythonCells.test(cell)) return blank(cell);
  return cell
    .replace(/^[ \t]*(%{1,2}[A-Za-z]|!(?!=)).*$/gm, blank)
    .replace(/^[ \t]*\??[\w.]+\?{1,2}[ \t]*$/gm, blank)
    .replace(/^[ \t]*\?[\w.]+.*$/gm, blank)
    .replace(/^([ \t]*[\w, \t]+=[ \t]*)([!%][A-Za-z].*)$/gm, (_, target: string, magic: string) => target + blank(magic));
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
