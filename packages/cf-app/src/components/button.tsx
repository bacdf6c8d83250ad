import { useHydrated } from '@tanstack/react-router';
import type { ComponentProps } from 'react';

export type ButtonLook = 'plain' | 'primary' | 'quiet' | 'danger';

interface ButtonProps extends ComponentProps<'button'> {
  look?: ButtonLook;
}

/**
 * A control that acts in place. What leads elsewhere is a link with {@link buttonLook}. One with an `onClick` can be pressed
 * once the page's scripts run: before, the click would be lost, and nothing would say so.
 */
export function Button({ look = 'plain', className = '', type = 'button', ...rest }: ButtonProps) {
  const hydrated = useHydrated();
  const deaf = rest.onClick !== undefined && !hydrated;
  return (
    <button
      {...rest}
      type={type === 'submit' ? 'submit' : 'button'}
      disabled={rest.disabled === true || deaf}
      {...buttonLook(look, className)}
    />
  );
}

/** Makes a link look like a button: `<a href="/" {...buttonLook('primary')}>`. */
export function buttonLook(look: ButtonLook = 'plain', className = '') {
  return { className: `button ${className}`, 'data-look': look };
}
