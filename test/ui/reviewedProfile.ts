const day = 86_400_000;

/** A log of a year of study with a seeded memory: the same for the same cards and moment. */
export function reviewLog(cards: readonly string[], now: number, writer = 'statisticstest22'): string {
  let seed = 7;
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  const events: { at: number; card: string; rating: number; interval: number; duration: number }[] = [];
  cards.forEach((card, index) => {
    let at = now - (350 - ((index * 13) % 300)) * day - Math.floor(random() * 5) * 3_600_000;
    let interval = 2 * day;
    while (at < now - day / 2) {
      const rating = random() < 0.12 ? 1 : random() < 0.2 ? 2 : 3;
      interval = rating === 1 ? day : Math.round(interval * (rating === 2 ? 1.3 : 2.2));
      events.push({ at, card, rating, interval, duration: 4_000 + Math.floor(random() * 20_000) });
      at += interval + Math.floor(random() * 0.3 * day);
    }
  });
  events.sort((one, other) => one.at - other.at);
  const lines = events.map((event, index) => JSON.stringify({ id: `${writer}-${index + 1}`, kind: 'review', ...event, tz: 'UTC', dayStart: 4 }));
  return `${[JSON.stringify({ v: 1, writer, created: now - 351 * day, host: 'test' }), ...lines].join('\n')}\n`;
}
