package dev.continuo.designer.bench;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CompleteJobRequest;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Knows when an instance of one step is over: when the broker has confirmed that its job is
 * completed. It sits in the client's channel, so that both sides are looked at in the same place.
 */
final class Instances implements ClientInterceptor {
  private final Map<Long, CompletableFuture<Long>> open = new ConcurrentHashMap<>();
  private final Map<Long, Long> numberOfJob = new ConcurrentHashMap<>();

  /** The moment, in {@link System#nanoTime}, at which instance {@code n} will be over. */
  CompletableFuture<Long> expect(long n) {
    var over = new CompletableFuture<Long>();
    open.put(n, over);
    return over;
  }

  /** Called by the worker before it completes the job. */
  void working(long job, Map<String, Object> variables) {
    if (variables.get("n") instanceof Number n) {
      numberOfJob.put(job, n.longValue());
    }
  }

  private void completed(long job) {
    Long n = numberOfJob.remove(job);
    CompletableFuture<Long> over = n == null ? null : open.remove(n);
    if (over != null) {
      over.complete(System.nanoTime());
    }
  }

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    ClientCall<Q, A> call = next.newCall(method, options);
    return "CompleteJob".equals(method.getBareMethodName()) ? new Watched<>(call) : call;
  }

  private final class Watched<Q, A> extends SimpleForwardingClientCall<Q, A> {
    private volatile long job;

    Watched(ClientCall<Q, A> call) {
      super(call);
    }

    @Override
    public void sendMessage(Q message) {
      if (message instanceof CompleteJobRequest request) {
        job = request.getJobKey();
      }
      super.sendMessage(message);
    }

    @Override
    public void start(Listener<A> listener, Metadata headers) {
      super.start(
          new SimpleForwardingClientCallListener<>(listener) {
            @Override
            public void onClose(Status status, Metadata trailers) {
              if (status.isOk()) {
                completed(job);
              }
              super.onClose(status, trailers);
            }
          },
          headers);
    }
  }
}
