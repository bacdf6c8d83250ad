import type { ComponentProps } from 'react';

export type ButtonLook = 'plain' | 'primary' | 'quiet' | 'danger';

interface ButtonProps extends ComponentProps<'button'> {
  look?: ButtonLook;
}

/** A control that acts in place. What leads elsewhere is a link with {@link buttonLook}. */
export function Button({ look = 'plain', className = '', type = 'button', ...rest }: ButtonProps) {
  return <button {...rest} type={type === 'submit' ? 'submit' : 'button'} {...buttonLook(look, className)} />;
}

/** Makes a link look like a button: `<a href="/" {...buttonLook('primary')}>`. */
export function buttonLook(look: ButtonLook = 'plain', className = '') {
  return { className: `button ${className}`, 'data-look': look };
}
