package dev.whence.health;

import dev.whence.delivery.LaneFigures;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;
import javax.management.openmbean.TabularDataSupport;
import javax.management.openmbean.TabularType;
import org.jspecify.annotations.Nullable;

/**
 * Shows {@link Health} on JMX, in open types, so that no console needs a class of ours. Found under
 * {@code dev.whence:type=Health,instance=N}. For any thread.
 */
public final class HealthBean implements DynamicMBean {
  private static final List<String> NUMBERS =
      List.of("Captured", "Recorded", "Inbox", "TracesCaptured", "TracesRecorded", "TracesInbox");
  private static final List<String> COUNTS =
      List.of("Refused", "Faults", "Masked", "WouldMask", "TracesRefused");
  private static final String LANES = "Lanes";
  private static final String TRACE_LANES = "TracesLanes";

  private volatile Supplier<Health> health = () -> Health.off("it is being built");

  // Guarded by this.
  private @Nullable ObjectName name;
  private boolean isClosed;

  /** Says whose figures to show. */
  public void show(Supplier<Health> source) {
    health = source;
  }

  /** Registers this with the platform's server; does nothing from the second call on. */
  public synchronized void register() throws JMException {
    for (int number = 1; name == null && !isClosed; number++) {
      ObjectName free = new ObjectName("dev.whence:type=Health,instance=" + number);
      try {
        ManagementFactory.getPlatformMBeanServer().registerMBean(this, free);
        name = free;
      } catch (InstanceAlreadyExistsException e) {
        // Another application's: the next number is tried.
      }
    }
  }

  /** Takes this out for good. */
  public synchronized void unregister() throws JMException {
    isClosed = true;
    if (name != null) {
      ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
      name = null;
    }
  }

  @Override
  public Object getAttribute(String attribute) throws AttributeNotFoundException {
    Health now = health.get();
    try {
      return switch (attribute) {
        case "Captured" -> now.captured();
        case "Recorded" -> now.recorded();
        case "Inbox" -> now.inbox();
        case "Refused" -> Tables.counts(now.refused());
        case "Faults" -> Tables.counts(now.faults());
        case "Masked" -> Tables.counts(now.masked());
        case "WouldMask" -> Tables.counts(now.wouldMask());
        case LANES -> Tables.lanes(now.lanes());
        case "TracesCaptured" -> now.traces().captured();
        case "TracesRecorded" -> now.traces().recorded();
        case "TracesInbox" -> now.traces().inbox();
        case "TracesRefused" -> Tables.counts(now.traces().refused());
        case TRACE_LANES -> Tables.lanes(now.traces().lanes());
        default -> throw new AttributeNotFoundException(attribute);
      };
    } catch (OpenDataException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public AttributeList getAttributes(String[] attributes) {
    AttributeList list = new AttributeList();
    for (String attribute : attributes) {
      try {
        list.add(new Attribute(attribute, getAttribute(attribute)));
      } catch (AttributeNotFoundException e) {
        // An unknown one is left out, as the interface's contract says.
      }
    }
    return list;
  }

  @Override
  public void setAttribute(Attribute attribute) throws AttributeNotFoundException {
    throw new AttributeNotFoundException(attribute.getName() + " cannot be set");
  }

  @Override
  public AttributeList setAttributes(AttributeList attributes) {
    return new AttributeList();
  }

  @Override
  public Object invoke(String action, Object[] arguments, String[] signature) {
    throw new IllegalArgumentException("no operation " + action);
  }

  @Override
  public MBeanInfo getMBeanInfo() {
    MBeanAttributeInfo[] attributes = java.util.stream.Stream.of(
            NUMBERS.stream().map(name -> attribute(name, SimpleType.LONG)),
            COUNTS.stream().map(name -> attribute(name, Tables.COUNTS)),
            java.util.stream.Stream.of(
                attribute(LANES, Tables.LANES), attribute(TRACE_LANES, Tables.LANES)))
        .flatMap(each -> each)
        .toArray(MBeanAttributeInfo[]::new);
    return new MBeanInfo(
        HealthBean.class.getName(), "What Whence did so far", attributes, null, null, null);
  }

  private static MBeanAttributeInfo attribute(String name, OpenType<?> type) {
    return new javax.management.openmbean.OpenMBeanAttributeInfoSupport(
        name, name, type, true, false, false);
  }

  /** Figures as tables of open types. */
  private static final class Tables {
    static final TabularType COUNTS =
        table("counts", Map.of("name", SimpleType.STRING, "count", SimpleType.LONG));
    static final TabularType LANES = table(
        "lanes",
        Map.of(
            "name", SimpleType.STRING,
            "recorded", SimpleType.LONG,
            "adopted", SimpleType.LONG,
            "delivered", SimpleType.LONG,
            "waiting", SimpleType.LONG,
            "dropped", SimpleType.LONG,
            "isCircuitOpen", SimpleType.BOOLEAN,
            "lastFault", SimpleType.STRING));

    private Tables() {}

    private static TabularType table(String name, Map<String, OpenType<?>> columns) {
      Map<String, OpenType<?>> sorted = new TreeMap<>(columns);
      String[] names = sorted.keySet().toArray(String[]::new);
      try {
        CompositeType row = new CompositeType(
            name, name, names, names, sorted.values().toArray(OpenType<?>[]::new));
        return new TabularType(name, name, row, new String[] {"name"});
      } catch (OpenDataException e) {
        throw new IllegalStateException(e);
      }
    }

    static TabularDataSupport counts(Map<String, Long> counts) throws OpenDataException {
      TabularDataSupport table = new TabularDataSupport(COUNTS);
      for (Map.Entry<String, Long> count : counts.entrySet()) {
        add(table, Map.of("name", count.getKey(), "count", count.getValue()));
      }
      return table;
    }

    static TabularDataSupport lanes(List<LaneFigures> lanes) throws OpenDataException {
      TabularDataSupport table = new TabularDataSupport(LANES);
      for (LaneFigures lane : lanes) {
        long dropped =
            lane.dropped().values().stream().mapToLong(Long::longValue).sum();
        add(
            table,
            Map.of(
                "name", lane.name(),
                "recorded", lane.recorded(),
                "adopted", lane.adopted(),
                "delivered", lane.delivered(),
                "waiting", lane.waiting(),
                "dropped", dropped,
                "isCircuitOpen", lane.isCircuitOpen(),
                "lastFault", String.valueOf(lane.lastFault())));
      }
      return table;
    }

    private static void add(TabularDataSupport table, Map<String, ?> row) throws OpenDataException {
      table.put(new CompositeDataSupport(table.getTabularType().getRowType(), row));
    }
  }
}
