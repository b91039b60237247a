import { expect, it } from 'vitest';
import { isOtherLanguage } from '../../src/evaluator/language.ts';

it.each([
  'Lo sentimos mucho, su pedido no fue enviado por un error.',
  'Wir haben Ihre Bestellung nicht geschickt, und es tut uns leid.',
  'Désolé pour le retard, nous vous avons oublié.',
  'Nous vous prions de nous excuser pour ce retard.',
  'ご迷惑をおかけして申し訳ございません。',
  'Приносим извинения: мы потеряли ваш заказ.',
])('another language: %s', (text) => expect(isOtherLanguage(text)).toBe(true));

it.each([
  'We lost your order, and we are sorry.',
  // A dash, a currency and a face are no letters, whatever alphabet they come from.
  'Sorry — we owe you £40 · €3 🙏 … “soon”.',
  'Sorry, Müller & Søn: we sent your crème brûlée to the wrong table.',
  '?!… 123',
])('English, or nothing to tell by: %s', (text) => expect(isOtherLanguage(text)).toBe(false));
