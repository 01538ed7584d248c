import InputSelect from 'dmn-js-shared/lib/components/InputSelect';

/**
 * A choice shows the words of what is chosen. dmn-js shows its bare value instead ("Any", "string") and lets
 * people type one, wherever the two differ.
 */
export function showChoicesInWords(): void {
  const { prototype } = InputSelect;
  const render = prototype.render;
  prototype.render = function (this: InputSelect): unknown {
    if (this.props.options?.some(({ label, value }) => label !== value)) this.props = { ...this.props, noInput: true };
    return render.call(this);
  };
}
