import { type Page } from 'playwright-core';

export interface SessionOptions {
  /** User settings, beside the quiet ones every test has. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** A project of its own instead of the sample: path -> text. */
  readonly files?: Readonly<Record<string, string>>;
  /** Install the VSIX instead of loading the extension from source; `browser`: the one that only a browser can run. */
  readonly packaged?: boolean | 'browser';
  /** Folder of the extension's source; default: this project. */
  readonly extension?: string;
  /** Folders of other extensions to install as well. */
  readonly beside?: readonly string[];
  /** Leave workspace trust on. */
  readonly trust?: boolean;
  readonly width?: number;
  readonly height?: number;
}

export interface Session {
  readonly page: Page;
  readonly address: string;
  /** The copy of the project that is open. */
  readonly folder: string;
  /** The profile's folder; `data/User` in it holds the settings and `globalStorage`. */
  readonly profile: string;
  /** Changes the project's own settings; the workbench follows at once. User settings are read at the start only: see `settings`. */
  changeSettings(changes: Readonly<Record<string, unknown>>): Promise<void>;
  /** Kills them at once, as a crash would. Returns how many there were. */
  killExtensionHosts(): Promise<number>;
  close(): Promise<void>;
}

export function openSession(options?: SessionOptions): Promise<Session>;
export function packagedExtension(): string;
