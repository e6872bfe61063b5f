/** Somebody's mark: the initials on a colour of their own. */
export const Avatar = ({ name, bot = false }: { readonly name: string; readonly bot?: boolean }) => (
  <span class={`avatar ${bot ? 'bot' : `hue-${hueOf(name)}`}`} aria-hidden="true">
    {bot
      ? 'ts'
      : name
          .split(' ')
          .map((part) => part[0] ?? '')
          .join('')
          .slice(0, 2)}
  </span>
);

const hueOf = (name: string) => [...name].reduce((sum, char) => sum + (char.codePointAt(0) ?? 0), 0) % 4;
