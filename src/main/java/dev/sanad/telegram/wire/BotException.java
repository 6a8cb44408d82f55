package dev.sanad.telegram.wire;

/** The bot cannot run. The message is one line: what is wrong, and the remedy. */
public final class BotException extends Exception {
    private static final long serialVersionUID = 1;
    private final Kind kind;
    private final String problem;
    private final String remedy;

    public BotException(Kind kind, String wrong, String remedy) {
        super(wrong + "; " + remedy);
        this.kind = kind;
        this.problem = wrong;
        this.remedy = remedy;
    }

    public enum Kind {
        /** There is no token, or Telegram does not know it. */
        UNAUTHORIZED,
        /** Telegram cannot be reached, or what answers is not Telegram. */
        UNREACHABLE
    }

    public Kind kind() {
        return kind;
    }

    /** What is wrong, without the remedy. */
    public String problem() {
        return problem;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }

    public static BotException noToken() {
        return new BotException(
                Kind.UNAUTHORIZED,
                "there is no bot token",
                "put the one that @BotFather gave you in TELEGRAM_BOT_TOKEN");
    }

    /** @param status 401, or 404 where the token is not even of the form of one */
    public static BotException unauthorized(int status) {
        return new BotException(
                Kind.UNAUTHORIZED,
                "Telegram does not know the bot token (HTTP " + status + ")",
                "put the one that @BotFather shows for this bot in TELEGRAM_BOT_TOKEN"
                        + (status == 404 ? ", and look whether telegram.api-url is right" : ""));
    }

    public static BotException unreachable(String reason) {
        return new BotException(
                Kind.UNREACHABLE,
                "Telegram cannot be reached (" + reason + ")",
                "look at the network, a proxy, and telegram.api-url");
    }
}
