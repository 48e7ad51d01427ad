/** What is used of papaparse. Its own types bring Node's along, which the product must not know. */
declare module 'papaparse' {
  const papaparse: {
    unparse(rows: readonly (readonly string[])[], options: { readonly escapeFormulae: boolean; readonly newline: string }): string;
    parse<Row>(text: string, options: { readonly header: true; readonly skipEmptyLines: true }): { readonly data: readonly Row[] };
  };
  export default papaparse;
}
