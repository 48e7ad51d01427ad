import * as vscode from 'vscode';
import { topicPath } from '../../core/topics/hiddenTopics';

const hiddenTopicsSetting = 'interviewStudy.hiddenTopics';

/** Paths of the topics that are not for the interview, from the user's settings and the workspace's together. */
export function hiddenTopics(): ReadonlySet<string> {
  const values = vscode.workspace.getConfiguration().inspect<unknown>(hiddenTopicsSetting);
  return new Set([...paths(values?.globalValue), ...paths(values?.workspaceValue)]);
}

/** Writes where the workspace already has such a list, else into the user's settings: an interview is a person's, not a project's. */
export async function setTopicHidden(path: string, isHidden: boolean): Promise<void> {
  const settings = vscode.workspace.getConfiguration();
  const values = settings.inspect<unknown>(hiddenTopicsSetting);
  const write = async (present: unknown, target: vscode.ConfigurationTarget) => {
    const others = paths(present).filter((other) => other !== path);
    if (isHidden || others.length < paths(present).length) await settings.update(hiddenTopicsSetting, isHidden ? [...others, path] : others, target);
  };
  const inWorkspace = values?.workspaceValue !== undefined;
  if (!isHidden || !inWorkspace) await write(values?.globalValue, vscode.ConfigurationTarget.Global);
  if (inWorkspace) await write(values.workspaceValue, vscode.ConfigurationTarget.Workspace);
}

function paths(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((path) => typeof path === 'string').map(topicPath).filter((path) => path !== '') : [];
}
