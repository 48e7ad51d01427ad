export function packageExtension(file: string): Promise<string>;
