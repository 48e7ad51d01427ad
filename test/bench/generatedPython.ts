/** A believable Python file of so many lines with 40-50 characters each: imports, classes, decorators, nested functions, strings, comments. */
export function generatedPython(lines: number, seed = 1): string {
  let state = seed;
  const random = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
  const word = () => ['order', 'user', 'total', 'items', 'session', 'price', 'query', 'result'][random(8)] ?? 'x';
  const statement = [
    () => `${word()}_${random(50)} = np.linalg.norm(${word()}, axis=${random(3)})  # how far ${word()} is`,
    () => `result = await session.execute(sa.select(Order).where(Order.${word()} > ${random(999)}))`,
    () => `log.info(f"{${word()}!r} of {len(${word()})} at {datetime.now():%H:%M}")`,
    () => `if isinstance(${word()}, (int, str)) and ${word()} not in {"a", "b", '${word()}'}: return None`,
    () => `pairs = {key: sorted(value, key=lambda item: item.${word()}) for key, value in groups.items() if key}`,
    () => `total += ${random(9)}`,
    () => `${word()} = None`,
    () => `self.${word()} = ${word()}`,
    () => `assert ${word()} is not None`,
    () => `raise ValueError("no ${word()} yet") from None`,
    () => `with Session(engine) as session: session.add(Order(${word()}=${random(99)}))`,
    () => `yield from self.${word()}.filter(${word()}__gte=${random(9)}).select_related("${word()}")`,
  ];
  const text = [
    'from __future__ import annotations', 'import asyncio, json, logging', 'import numpy as np', 'import sqlalchemy as sa', 'from datetime import datetime',
    'from fastapi import Depends, FastAPI as Api', 'from sqlalchemy.orm import Session', 'from .models import Order', '', 'app = Api()', 'log = logging.getLogger(__name__)', 'engine = sa.create_engine("sqlite://", pool_recycle=3600)', '',
  ];
  for (let part = 0; text.length < lines; part++) {
    text.push(`class Service${part}(Order):`, `    """What service ${part} does, and why: print(), yield."""`, '');
    for (let method = 0; method < 4; method++) {
      text.push(`    @app.get("/${word()}/${part}")`, `    async def ${word()}_${method}(self, ${word()}: int, *, deep: Session = Depends(open_session)) -> list[Order]:`);
      for (let line = 0; line < 9; line++) text.push(`        ${statement[random(statement.length)]?.() ?? 'pass'}`);
      text.push('');
    }
    // Few modules rebind a name from within more than a function or two.
    const rebinding = part % 20 === 0 ? ['    global log', '    log = None'] : [];
    text.push(`def total_${part}(values):`, ...rebinding, '    return sum(value for value in values)', '');
  }
  return `${text.slice(0, lines).join('\n')}\n`;
}
