/**
 * Buttons of a page, as the server sent it, that can be pressed before its scripts run although nothing listens yet: the click
 * is lost, or the form goes into the address. Menus are opened by the browser itself, and forms with somewhere to go are sent
 * by it. The dots beside a row come and go with its panel.
 *
 * @returns their tags
 */
export function unheardButtons(html: string): string[] {
  const unheard: string[] = [];
  let form = '';
  for (const [tag, name] of html
    .replace(/<script\b[^]*?<\/script>/g, '')
    .matchAll(/<(\/?form|button)\b[^>]*>/g)) {
    if (name === 'form') form = tag;
    else if (name === '/form') form = '';
    else if (!isHeard(tag, form)) unheard.push(tag);
  }
  return unheard;
}

function isHeard(button: string, form: string): boolean {
  if (/\s(disabled|popovertarget|data-more)=/i.test(button)) return true;
  return /\stype="submit"/.test(button) && /\s(action|method)=/.test(form);
}
