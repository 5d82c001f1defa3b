import type { Locator } from '@playwright/test';

/**
 * Words inside `part` that are too faint to read: contrast below 4.5 : 1 (WCAG 2.2, 1.4.3) to the nearest solid ground behind them. For what stands in
 * a closed shadow root, where axe finds no ground and gives no answer.
 */
export function faintWords(part: Locator): Promise<string[]> {
  return part.evaluate((root) => {
    const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no canvas');
    /** Red, green and blue from 0 to 1, and how solid. */
    const read = (color: string): number[] => {
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = color;
      context.fillRect(0, 0, 1, 1);
      return [...context.getImageData(0, 0, 1, 1).data].map((channel) => channel / 255);
    };
    const linear = (channel: number) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
    const luminance = ([red = 0, green = 0, blue = 0]: number[]) =>
      0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    const groundOf = (element: Element): number[] => {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const ground = read(getComputedStyle(at).backgroundColor);
        if (ground[3] === 1) return ground;
        if (ground[3] !== 0) throw new Error(`${at.outerHTML.slice(0, 80)} is half transparent`);
      }
      throw new Error('no ground');
    };
    const faint: string[] = [];
    for (const element of root.querySelectorAll('*')) {
      const words = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
      const text = words.map(({ textContent }) => textContent?.trim()).join('');
      if (text === '' || !element.checkVisibility()) continue;
      const [a, b] = [luminance(read(getComputedStyle(element).color)), luminance(groundOf(element))];
      const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      if (contrast < 4.5) faint.push(`${contrast.toFixed(2)}: ${text}`);
    }
    return faint;
  });
}
