# Sourced by ./continuo test: builds all, runs the tests without engines, starts one engine of each kind, runs the others.
engines_data=$(mktemp -d "${TMPDIR:-/tmp}/continuo-test.XXXXXX")
hold=$engines_data.hold
engines_pid=
apart_pid=
stop_engines() {
  [ -z "$apart_pid" ] || kill "$apart_pid" 2>/dev/null || true
  if [ -n "$engines_pid" ]; then
    kill "$engines_pid" 2>/dev/null || true
    wait "$engines_pid" 2>/dev/null || true
  fi
  rm -rf "$engines_data" "$hold"
}
trap stop_engines EXIT

# Short programs: what the optimising compiler would win it costs. Two modules at once where they do not need each other.
export MAVEN_OPTS="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC ${MAVEN_OPTS:-}"
say "Building everything and running the tests that need no engine ..."
case " $* " in *" -Pzeebe-8.6 "*) ZEEBE_FOLDER=engine-8.6 ;; esac
maven -T 2 package -Dcontinuo.root="$ROOT" "$@"
mapfile -t homes < <(engine_homes)
mkdir -p target
mkfifo "$hold" # the engines end when this closes, also when this script is killed
JDK_JAVA_OPTIONS=-XX:TieredStopAtLevel=1 "$JAVA_HOME/bin/java" -XX:+UseSerialGC "${homes[@]}" -cp "$(supervisor_classpath)" \
  dev.continuo.runtime.engine.testing.EnginesForBuild "$engines_data" "$engines_data.properties" \
  >target/test-engines.log 2>&1 <"$hold" &
engines_pid=$!
exec 7>"$hold"
for _ in $(seq 1 360); do
  [ -s "$engines_data.properties" ] && break
  kill -0 "$engines_pid" 2>/dev/null || { cat target/test-engines.log; fail "The engines for the tests did not start."; }
  sleep 0.5
done
[ -s "$engines_data.properties" ] || { cat target/test-engines.log; fail "The engines for the tests did not start in three minutes."; }
mapfile -t addresses < <(sed -n 's/^\(continuo\.test\.[A-Za-z0-9]*\)=\(.*\)$/-D\1=\2/p' "$engines_data.properties" | sed 's/\\:/:/g; s/\\=/=/g')
rm -f "$engines_data.properties"
# What was built and tested above stays as it is. Tests with a store of their own (tag "apart") run beside the others, in a
# second Maven that takes what time of the processors they leave; its words come at the end. designer has none of them.
tests=(-T 2 test-compile failsafe:integration-test@default failsafe:integration-test@after-journeys failsafe:verify
  -Dspotless.check.skip=true -Dcontinuo.root="$ROOT" "${addresses[@]}" "$@")
say "Running the tests with engines ..."
nice -n 15 mvn -B -ntp "${tests[@]}" -pl '!designer' -Dgroups=apart -Dfailsafe.reports=failsafe-reports-apart >target/tests-apart.log 2>&1 7>&- &
apart_pid=$!
failed=0
maven "${tests[@]}" -DexcludedGroups=apart || failed=$?
wait "$apart_pid" || failed=$?
apart_pid=
say "The tests apart:"
cat target/tests-apart.log
[ "$failed" = 0 ] || fail "Some tests failed; what they said stands above."
