export function packageExtension(file: string): Promise<string>;
export function packageForBrowser(file: string): Promise<string>;
