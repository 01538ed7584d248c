package dev.continuo.designer.people;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Lets the owner in by e-mail and password, and slows guessing down. */
class OwnerLogin implements AuthenticationProvider {
  static final SimpleGrantedAuthority OWNER = new SimpleGrantedAuthority("ROLE_OWNER");

  private final People people;
  private final LoginThrottle throttle;

  OwnerLogin(People people, LoginThrottle throttle) {
    this.people = people;
    this.throttle = throttle;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    if (throttle.closed()) {
      throw new LockedException("Too many wrong passwords. Wait a moment, then try again.");
    }
    Object password = attempt.getCredentials();
    return people
        .verify(attempt.getName(), password == null ? "" : password.toString())
        .map(this::letIn)
        .orElseThrow(this::refuse);
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  private Authentication letIn(Owner owner) {
    throttle.succeeded();
    return UsernamePasswordAuthenticationToken.authenticated(owner, null, List.of(OWNER));
  }

  private BadCredentialsException refuse() {
    throttle.failed();
    return new BadCredentialsException("E-mail or password is wrong.");
  }
}
