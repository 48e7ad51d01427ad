import { ComparisonPage } from './comparisonPage';
import { readMessage } from './readMessage';

/** Given by VS Code to every page, once. */
declare function acquireVsCodeApi(): { postMessage(message: unknown): void; getState(): unknown; setState(state: unknown): void };

const host = acquireVsCodeApi();
const page = new ComparisonPage({
  post: (message) => { host.postMessage(message); },
  keep: (state) => { host.setState(state); },
  kept: () => host.getState(),
});
window.addEventListener('message', (event: MessageEvent<unknown>) => {
  const message = readMessage(event.data);
  if (message !== undefined) page.receive(message);
});
host.postMessage({ type: 'ready' });
