import type { Dimension } from '@layerkick/stats/dimensions';
import { msg, type Phrase } from '#/features/i18n/translate.ts';
import { WEEKDAY_NAMES } from '../format/day.ts';

/** Values whose names are ours: what we classified, and what the calendar calls them. */
export const VALUE_WORDS: Partial<Record<Dimension, Readonly<Partial<Record<string, Phrase>>>>> = {
  channel: {
    Direct: msg('Direct'),
    'Cross-network': msg('Cross-network'),
    'Paid Shopping': msg('Paid Shopping'),
    'Paid Search': msg('Paid Search'),
    'Paid Social': msg('Paid Social'),
    'Paid Video': msg('Paid Video'),
    Display: msg('Display'),
    'Paid Other': msg('Paid Other'),
    'Organic Shopping': msg('Organic Shopping'),
    'Organic Social': msg('Organic Social'),
    'Organic Video': msg('Organic Video'),
    'AI Assistants': msg('AI Assistants'),
    'Organic Search': msg('Organic Search'),
    Email: msg('Email'),
    Affiliates: msg('Affiliates'),
    Referral: msg('Referral'),
    Audio: msg('Audio'),
    SMS: msg('SMS'),
    Push: msg('Push'),
    Other: msg('Other'),
  },
  device: {
    Desktop: msg('Desktop'),
    Mobile: msg('Mobile'),
    Tablet: msg('Tablet'),
    TV: msg('TV'),
    Console: msg('Console'),
    Wearable: msg('Wearable'),
    Embedded: msg('Embedded'),
  },
  weekday: Object.fromEntries(WEEKDAY_NAMES.map((name, place) => [place + 1, name])),
  customer: { new: msg('New'), returning: msg('Returning') },
};
