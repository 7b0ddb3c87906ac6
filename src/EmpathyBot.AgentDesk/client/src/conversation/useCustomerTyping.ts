import { useEffect, useState } from 'react';
import { useLiveTyping } from '../live/LiveProvider';
import { typingLastsMs } from './typing';

/** True for five seconds after each sign that the customer types, or until their message comes. */
export function useCustomerTyping(conversationId: string, lastTurnId: string | undefined): boolean {
  const [sign, setSign] = useState(0);

  useLiveTyping((id) => {
    if (id === conversationId) setSign((before) => before + 1);
  });

  useEffect(() => {
    if (sign === 0) return;
    const timer = setTimeout(() => setSign(0), typingLastsMs);
    return () => clearTimeout(timer);
  }, [sign]);

  useEffect(() => setSign(0), [lastTurnId]);

  return sign > 0;
}
