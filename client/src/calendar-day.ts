import type { CalendarDay } from '#protocol';

/** The day of a moment in the local time zone; months count from 1. */
export const calendarDay = (date: Date): CalendarDay => ({
  year: date.getFullYear(),
  month: date.getMonth() + 1,
  day: date.getDate(),
});

export const today = (): CalendarDay => calendarDay(new Date());
