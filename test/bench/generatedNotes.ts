import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Seeded notes like those of a real collection: three languages, cards, tables, fences, links, and a few broken front matters. */
export function writeGeneratedNotes(folder: string, count: number): void {
  for (let n = 0; n < count; n++) {
    const path = join(folder, pathOf(n));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, generatedNote(n));
  }
}

function pathOf(n: number): string {
  return `${topics[n % topics.length]}/part-${Math.floor(n / 35)}/note-${n}.md`;
}

const topics = ['python', 'web', 'databases', 'queues', 'testing', 'operations', 'career'];
const sentences = [
  'The event loop runs one callback at a time, so a call that blocks holds up every other task of the process.',
  'A connection that the server closed is noticed only when the pool hands it out again.',
  '제너레이터는 값을 하나씩 만들어 내며, 다음 값을 요청할 때까지 실행을 멈춘다.',
  'Транзакция с уровнем изоляции Serializable может завершиться ошибкой, и её нужно повторить целиком.',
  'Measure first: a profile names the function, a guess names the one that was written last.',
];

/** About three kilobytes; the same text for the same number. */
export function generatedNote(n: number): string {
  const sentence = (i: number) => sentences[(n * 7 + i * 3) % sentences.length] ?? '';
  const paragraph = (i: number) => [sentence(i), sentence(i + 1), sentence(i + 2)].join(' ');
  const broken = n % 50 === 7 ? 'title: "open\n' : `title: Note number ${n}\n`;
  const lists = n % 4 === 0 ? 'tags:\n  - generated\n  - bench\n' : 'tags: [generated, bench]\n';
  return `---
${broken}topic: ${topics[n % topics.length]}/part-${n % 30}
level: [junior, middle]
${lists}hover: [module${n % 900}.Name, .method_${n % 300}]
verified: 2026-11-20
related: [python/note-${(n + 7) % 1000}]
---
# Note number ${n}

${paragraph(1)}

## How it works

${paragraph(2)} See [the next one](../part-${n % 30}/note-${n + 1}.md) and [[Note number ${n + 2}]].

\`\`\`python
async def handler_${n}(session):
    return await session.scalars(select(Item).where(Item.id == ${n}))  # a[::2], x == y
\`\`\`

| Setting | Default | Meaning |
|---|---|---|
| size | ${n % 20} | ${sentence(4)} |
| timeout | 30 | ${sentence(5)} |

### Why does number ${n} matter?

${paragraph(3)}

> [!POINTS]
> - ${sentence(6)}
> - ${sentence(7)}

#### And what follows from it? <!-- ^follows-${n} -->

${paragraph(4)}

### Which of these is true of ${n}?

- [ ] ${sentence(8)}
  ${sentence(9)}
- [x] ${sentence(10)}
  ${sentence(11)}
- [ ] ${sentence(12)}

term ${n} :: ${sentence(13)}

${paragraph(5)}
`;
}
