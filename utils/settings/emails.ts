/** The reader's own e-mail addresses among the settings. `email`: as `readEmail` made it. */
import type { Settings } from './types.ts';

/** One that is there already goes to the end. */
export function withEmail(settings: Settings, email: string): Settings {
  return { ...settings, emails: [...settings.emails.filter((other) => other !== email), email] };
}

export function withoutEmail(settings: Settings, email: string): Settings {
  return { ...settings, emails: settings.emails.filter((other) => other !== email) };
}
