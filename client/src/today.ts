import type { CalendarDay } from '#protocol';

/** The day of the writer's own calendar. */
export function today(): CalendarDay {
  const now = new Date();
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}
