package dev.whence.scrub.find;

import dev.whence.scrub.assign.Assignments;
import dev.whence.scrub.assign.Flags;
import dev.whence.scrub.assign.Quotes;
import dev.whence.scrub.assign.SqlOperands;
import dev.whence.scrub.assign.SqlValues;
import dev.whence.scrub.assign.XmlElements;
import dev.whence.scrub.key.KeyRules;
import dev.whence.scrub.text.Finder;
import dev.whence.scrub.text.Rule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The table of the rules that mask by looks, in the order in which they are asked. */
public final class Looks {
  /** What steps over harmless text instead of masking. */
  private static final Rule NOTHING = new Rule("", "");

  private Looks() {}

  private static List<Finder> all(KeyRules keys) {
    List<Finder> table = new ArrayList<>(List.of(
        new Finder(NOTHING, "at", Frames::find),
        new Finder(Rule.EMAIL, "@ %", Emails::find),
        new Finder(Rule.CARD, "0-9", Cards::find),
        new Finder(Rule.SSN, "0-9", SocialSecurity::find),
        new Finder(Rule.PHONE, "0-9", Phones::find),
        new Finder(Rule.PHONE, "+", Phones::findInternational),
        new Finder(Rule.PHONE, "(", Phones::findInParentheses),
        new Finder(Rule.IBAN, Ibans.COUNTRIES, Ibans::find),
        new Finder(Rule.JWT, "eyJ", Jwts::find),
        new Finder(Rule.PRIVATE_KEY, "--", PrivateKeys::find),
        new Finder(Rule.CREDENTIAL, "be Be BE ba Ba BA", Credentials::findScheme),
        new Finder(Rule.CREDENTIAL, ":/ //", Credentials::findUserInfo),
        new Finder(Rule.KEY, "= :", new Assignments(keys)::find),
        new Finder(Rule.KEY, Flags.TRIGGERS, new Flags(keys)::find),
        new Finder(Rule.KEY, "' \" `", new Quotes(keys)::find),
        new Finder(Rule.KEY, "'", new SqlOperands(keys)::find),
        new Finder(Rule.KEY, ">", new XmlElements(keys)::find),
        new Finder(Rule.CREDENTIAL, "jd JD", Credentials::findOracle),
        new Finder(Rule.KEY, "va Va VA", new SqlValues(keys)::find)));
    table.addAll(CentredKeys.FINDERS);
    table.addAll(VendorKeys.FINDERS);
    return table;
  }

  /** Returns the rules that are not switched off by {@code off}, which are their IDs. */
  public static List<Finder> without(Set<String> off, KeyRules keys) {
    return all(keys).stream()
        .filter(finder -> !off.contains(finder.rule().id()))
        .toList();
  }

  /** Returns the IDs of all rules. */
  public static Set<String> ids() {
    Set<String> ids = new LinkedHashSet<>();
    all(KeyRules.standard()).forEach(finder -> ids.add(finder.rule().id()));
    ids.remove(NOTHING.id());
    return ids;
  }
}
