# Sourced by ./continuo bench NAME [options]: runs a benchmark of the built application.
case "${1:-}" in
  spine) bench=SpineBench; shift ;;
  memory) bench=memory.MemoryBench; shift ;;
  rules) bench=RulesBench; shift ;;
  *) fail "There is no bench '${1:-}'. There is: spine, memory, rules. Options: see docs/benchmarks.md." ;;
esac
commit=$(git rev-parse --short=12 HEAD 2>/dev/null || echo unknown)
[ -z "$(git status --porcelain 2>/dev/null)" ] || commit="$commit, with changes"
# With --tck FOLDER, the conformance suite runs first: it needs the sources of rules and the editor's packages.
previous=
for word in "$@"; do
  if [ "$previous" = --tck ] && [ "$bench" = RulesBench ]; then
    tck=$(realpath "$word") || fail "There is no folder '$word'."
    rm -f rules/target/tck.txt
    say "Asking every case of the DMN TCK ..."
    maven -q -pl rules test -Ptck -Dcontinuo.tck="$tck" -Dspotless.check.skip=true || say "The TCK found regressions, or did not run."
  fi
  previous=$word
done
mapfile -t homes < <(engine_homes)
exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED "${JVM_FLAGS[@]}" "${homes[@]}" -Dcontinuo.root="$ROOT" -Dcontinuo.commit="$commit" \
  -cp "$ROOT/designer/target/test-classes:$ROOT/designer/target/continuo.jar" "dev.continuo.designer.bench.$bench" "$@"
