/** The one function of papaparse that is used. Its own types bring Node's along, which the product must not know. */
declare module 'papaparse' {
  const papaparse: {
    unparse(rows: readonly (readonly string[])[], options: { readonly escapeFormulae: boolean; readonly newline: string }): string;
  };
  export default papaparse;
}
