import * as vscode from 'vscode';
import type { HoverSettings } from '../../core/python/notesForNames';

const section = 'interviewStudy.hover';

/** Argument: a name that a note has. */
export const muteHoverNameCommand = 'interviewStudy.muteHoverName';

/** `undefined` where hovers are switched off. */
export function hoverSettings(document: vscode.TextDocument): HoverSettings | undefined {
  return vscode.workspace.getConfiguration(section, document).get('enabled', true) ? nameSettings(document.uri) : undefined;
}

/** Which names count, whether hovers are on or off. */
export function nameSettings(scope: vscode.Uri | undefined): HoverSettings {
  const settings = vscode.workspace.getConfiguration(section, scope);
  return {
    keywords: settings.get('keywords', true),
    libraries: settings.get('libraries', true),
    trivialKeywords: settings.get('trivialKeywords', false),
    mutedNames: mutedNames(settings),
  };
}

/** Adds a name to the muted ones, or takes it out again, in the user's settings. */
export async function setMuted(name: string, isMuted: boolean): Promise<void> {
  const settings = vscode.workspace.getConfiguration(section);
  const others = mutedNames(settings).filter((other) => other !== name);
  await settings.update('mutedNames', isMuted ? [...others, name] : others, vscode.ConfigurationTarget.Global);
}

function mutedNames(settings: vscode.WorkspaceConfiguration): readonly string[] {
  const names: unknown = settings.get('mutedNames');
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
}
