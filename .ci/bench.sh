# Sourced by ./continuo bench NAME [options]: runs a benchmark of the built application.
case "${1:-}" in
  spine) bench=SpineBench; shift ;;
  memory) bench=memory.MemoryBench; shift ;;
  rules) bench=RulesBench; shift ;;
  *) fail "There is no bench '${1:-}'. There is: spine, memory, rules. Options: see docs/benchmarks.md." ;;
esac
commit=$(git rev-parse --short=12 HEAD 2>/dev/null || echo unknown)
[ -z "$(git status --porcelain 2>/dev/null)" ] || commit="$commit, with changes"
mapfile -t homes < <(engine_homes)
exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED "${JVM_FLAGS[@]}" "${homes[@]}" -Dcontinuo.root="$ROOT" -Dcontinuo.commit="$commit" \
  -cp "$ROOT/designer/target/test-classes:$ROOT/designer/target/continuo.jar" "dev.continuo.designer.bench.$bench" "$@"
