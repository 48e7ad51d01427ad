/**
 * Text of notes, paths and settings for the places where VS Code would read more into it: `prompt`, `validationMessage`,
 * notifications and welcome messages turn `[x](command:…)` into live commands, and labels turn `$(x)` into icons.
 */
export function plainText(text: string): string {
  return text.replace(/\]\(/g, ']\u200b(').replace(/\$\(/g, '\\$(');
}
