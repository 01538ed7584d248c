package dev.continuo.runtime.budget;

/** No model was asked, because a cap would have been overrun. Trying again may help later. */
public final class CapReached extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Reservation.Refused refused;

  public CapReached(Reservation.Refused refused) {
    super(
        "No model was asked. A cap is reached: %s Change the cap under Rules, Budget caps, or the plan on the page Money."
            .formatted(refused.reason()));
    this.refused = refused;
  }

  public Reservation.Refused refused() {
    return refused;
  }

  /** A stable code for the API. */
  public String code() {
    return "cap-reached";
  }
}
