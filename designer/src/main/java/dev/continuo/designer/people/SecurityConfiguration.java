package dev.continuo.designer.people;

import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import dev.continuo.runtime.setting.Settings;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer.AuthorizedUrl;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.transaction.support.TransactionTemplate;

/** Who may come in, and by which door: pages by login, the API by token. */
@Configuration(proxyBeanMethods = false)
public class SecurityConfiguration {
  /** A page is served by a forward, which closes the response before headers written late. */
  private static final ObjectPostProcessor<HeaderWriterFilter> WRITE_EARLY =
      new ObjectPostProcessor<>() {
        @Override
        public <T extends HeaderWriterFilter> T postProcess(T filter) {
          filter.setShouldWriteHeadersEagerly(true);
          return filter;
        }
      };

  @Bean
  People people(JdbcClient jdbc) {
    return new People(jdbc);
  }

  @Bean
  Tokens tokens(JdbcClient jdbc) {
    return new Tokens(jdbc);
  }

  @Bean
  Newcomers newcomers(People people, Settings settings, TransactionTemplate transaction) {
    return new Newcomers(people, settings, transaction);
  }

  @Bean
  OwnerLogin ownerLogin(People people) {
    return new OwnerLogin(people, new LoginThrottle(Clock.systemUTC()));
  }

  @Bean
  VaadinServiceInitListener pageNonce() {
    return new PageNonce();
  }

  @Bean
  FilterRegistrationBean<HostFilter> hostFilter(@Value("${continuo.hosts:}") List<String> more) {
    FilterRegistrationBean<HostFilter> filter = new FilterRegistrationBean<>(new HostFilter(more));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  @Bean
  @Order(1)
  SecurityFilterChain api(HttpSecurity http, Tokens tokens, People people) throws Exception {
    return http.securityMatcher("/api/**")
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(r -> r.anyRequest().authenticated())
        .addFilterBefore(
            new TokenFilter(tokens, people), UsernamePasswordAuthenticationFilter.class)
        .exceptionHandling(
            e -> e.authenticationEntryPoint((request, response, why) -> askForToken(response)))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain control(HttpSecurity http) throws Exception {
    return http.securityMatcher("/control/**")
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(r -> r.anyRequest().permitAll())
        .build();
  }

  @Bean
  @Order(3)
  SecurityFilterChain pages(HttpSecurity http, OwnerLogin login) throws Exception {
    return http.authenticationProvider(login)
        .authorizeHttpRequests(
            r -> r.requestMatchers("/continuo.css", "/continuo-mark.svg", "/aura/**").permitAll())
        .with(
            VaadinSecurityConfigurer.vaadin(),
            vaadin -> vaadin.loginView(LoginView.class).anyRequest(AuthorizedUrl::authenticated))
        .formLogin(form -> form.failureHandler(backToLogin()))
        .headers(
            h ->
                h.withObjectPostProcessor(WRITE_EARLY)
                    .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                    .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN))
                    .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                    .permissionsPolicyHeader(
                        p -> p.policy("camera=(), microphone=(), geolocation=(), payment=()")))
        .build();
  }

  private static AuthenticationFailureHandler backToLogin() {
    return (request, response, why) ->
        response.sendRedirect(
            request.getContextPath()
                + (why instanceof LockedException ? "/login?wait" : "/login?error"));
  }

  private static void askForToken(HttpServletResponse response) throws IOException {
    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    response.setHeader("WWW-Authenticate", "Bearer");
    response.setContentType("application/problem+json");
    response
        .getWriter()
        .write(
            """
            {"title":"No valid access token","status":401,"code":"token-missing",\
            "detail":"Send 'Authorization: Bearer <token>'. './continuo token create' or the settings page makes one."}""");
  }
}
