import { accessibilityMeaning, accessibilityStatusText } from '../../format/terms.ts';
import { dateText } from '../../format/date.ts';
import type { SiteContext } from '../context.ts';

/** What is known of the accessibility of the site; without data that is: nothing was looked into. */
export function accessibilityView({ settings, main }: SiteContext) {
  const { accessibility, publisher, contact, address } = settings;
  const status = accessibility?.status ?? 'E';
  return {
    publisher,
    address,
    contact,
    status: accessibilityStatusText(status),
    meaning: accessibilityMeaning(status),
    date: accessibility && dateText(accessibility.date),
    statement: accessibility?.statement ?? null,
    data: main?.to.data ?? null,
  };
}
