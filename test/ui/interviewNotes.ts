/** Six questions whose answers are known, one of them about the person, with follow-ups, a hint and a trap. */
const cards = `---
title: Ground
topic: python/ground
tags: [ground]
---
# Ground

## Why does CPython have a GIL? <!-- ^gil -->

> [!HINT]
> Think of reference counts.

Reference counts are plain integers; one lock keeps them right.

> [!POINTS]
> - Reference counts must not be corrupted by two threads
> - One global lock is cheap for single-threaded programs
> - Extensions in C could be written without own locks

> [!TRAP]
> "Because Python is interpreted." Other interpreted languages run threads in parallel.

### Would finer locks have been enough? <!-- ^finer -->

Tried several times: slower with one thread.

> [!POINTS]
> - Finer locks slow the single-threaded case

### What changed in 3.13 for extensions? <!-- ^extensions -->

Extensions in C must declare that they need no lock.

> [!POINTS]
> - Extensions in C declare support for free threading

## What does this print? <!-- ^print -->

\`\`\`python
print([n for n in range(3)])
\`\`\`

\`\`\`output
[0, 1, 2]
\`\`\`

## How do you find a slow query? <!-- ^slow -->

Look at the plan.

> [!POINTS]
> - Measure before changing anything
> - Read the execution plan
> - Add an index for the filter

## What is a transaction? <!-- ^transaction -->

All or nothing.

> [!POINTS]
> - Several statements succeed or fail together
> - Isolation from other transactions

## What does idempotent mean? <!-- ^idempotent -->

Twice is as good as once.

> [!POINTS]
> - Repeating a request has no further effect
`;

const person = `---
title: You
topic: career
tags: [personality]
---
# You

## What are you proud of? <!-- ^proud -->

A decision of your own, with its effect.

> [!POINTS]
> - A decision of your own
> - Its effect with a number
`;

const six = `---
title: Six questions
topic: interviews
kind: interview
level: junior
minutes: 20
language: en
---
# Six questions

> [!OPENING]
> Welcome. We begin with you.

1. [Proud](you.md#^proud)

   > [!ANSWER]
   > I decided to cache a report, and it became four times faster.

2. [GIL](ground.md#^gil)

   > [!ANSWER]
   > It is there because of history, I think.

3. [Print](ground.md#^print)
4. [Slow](ground.md#^slow)
5. [Transaction](ground.md#^transaction)
6. [Idempotent](ground.md#^idempotent)

> [!CLOSING]
> Thank you, that was all.

- **Proud**: a decision and a figure.
- **GIL**: weak, no mechanism.
`;

export const interviewFiles = { 'study/ground.md': cards, 'study/you.md': person, 'study/six.md': six };
