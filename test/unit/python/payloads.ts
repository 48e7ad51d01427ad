/** What a hostile note may put into its title or first paragraph. */
const targets = [
  'command:interviewStudy.openNote',
  'command:interviewStudy.muteHoverName?%5B%22yield%22%5D',
  'command:workbench.action.terminal.new',
  'vscode://file/etc/passwd',
  'vscode-insiders:x',
  'file:///etc/passwd',
  'https://evil.example.com/a_b',
  'http://evil.example.com',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'mailto:a@evil.example.com',
  '//evil.example.com',
];

const shapes: readonly ((target: string) => string)[] = [
  (target) => `[x](${target})`,
  (target) => `[x](<${target}>)`,
  (target) => `[x](${target} "title")`,
  (target) => `![x](${target})`,
  (target) => `[![x](${target})](${target})`,
  (target) => `<${target}>`,
  (target) => target,
  (target) => `see ${target}, please`,
  (target) => `<a href="${target}">x</a>`,
  (target) => `<img src=x onerror="location='${target}'">`,
  (target) => `[x]: ${target}\n\n[x]`,
  (target) => `[x][y]\n\n[y]: ${target}`,
  (target) => `** [x](${target}) **`,
  (target) => `\\[x](${target})`,
  (target) => `\\\\[x](${target})`,
  (target) => `&#91;x&#93;&#40;${target}&#41;`,
  (target) => `](${target})`,
  (target) => `**](${target})[x**`,
];

const others = [
  '# heading', '- item', '1. item', '> quote', '```\ncode\n```', '    code', '***', 'a\n===', 'a\n---', '| a |\n|---|\n| b |', '`code`', '*a*', '_a_', '~~a~~', '<script>alert(1)</script>',
  '<!-- x -->', '<![CDATA[x]]>', '&lt;b&gt;', '$(gear)', '$(gear~spin)', 'www.evil.example.com', 'a@evil.example.com', 'evil.example.com', 'a\\', 'a  \nb', '\u202etxt.exe', '\u0000', '[ ] task', ':smile:', '{{x}}', '%00', '\ud800',
];

export const payloads: readonly string[] = [...targets.flatMap((target) => shapes.map((shape) => shape(target))), ...others];
