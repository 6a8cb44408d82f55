package dev.sanad.answer;

import dev.sanad.answer.Answer.SmallTalk;
import dev.sanad.text.Folding;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells greetings and thanks from questions. A message is small talk only when nothing else is in it. */
public final class SmallTalkDetector {
    private static final Set<String> GREETING =
            words("سلام درود خوبی خوبید خوبین چطوری چطورید چطورین خداحافظ خدافظ خدانگهدار بدرود بخیر چخبر salam salaam"
                    + " dorud doroud khoobi khubi chetori chetorid khodahafez bye goodbye hi hello hey hiya");
    private static final Set<String> THANKS = words(
            "ممنون ممنونم ممنونیم مرسی مرسیی متشکرم متشکریم متشکر سپاس سپاسگزارم سپاسگزاریم تشکر آفرین دستت دستتون دمت"
                    + " دمتون thanks thank thx thnx ty mersi merci mamnun mamnoon mamnoonam mamnunam sepas");
    /** What may stand beside these in a message that says nothing else. */
    private static final Set<String> BESIDE = words(
            "علیکم علیک و به بر از شما تو همه دوستان دوست عزیز عزیزم جان جون آقا خانم ربات بات حالت حالتون حال چطوره خوبه صبح ظهر عصر شب روز وقت"
                    + " شما هم خیلی بسیار واقعا زیاد گرم درد نکنه نکند مهربون سر لطف کردی کردید بابت پاسخ جواب کمک راهنمایی خب باشه عالی بود"
                    + " good morning evening afternoon night there everyone all bot dear friend you so very much many a lot for the your help"
                    + " answer again kheili kheyli jan aziz be shoma az");
    /** Whole messages that are made of other words. */
    private static final Map<String, SmallTalk> WHOLE = Map.ofEntries(
            Map.entry("how are you", SmallTalk.GREETING),
            Map.entry("how are you doing", SmallTalk.GREETING),
            Map.entry("good morning bot", SmallTalk.GREETING),
            Map.entry("how do you do", SmallTalk.GREETING),
            Map.entry("good morning", SmallTalk.GREETING),
            Map.entry("good evening", SmallTalk.GREETING),
            Map.entry("good afternoon", SmallTalk.GREETING),
            Map.entry("good night", SmallTalk.GREETING),
            Map.entry("what s up", SmallTalk.GREETING),
            Map.entry("چه خبر", SmallTalk.GREETING),
            Map.entry("حالت چطوره", SmallTalk.GREETING),
            Map.entry("حال شما", SmallTalk.GREETING),
            Map.entry("حال شما چطوره", SmallTalk.GREETING),
            Map.entry("خسته نباشید", SmallTalk.GREETING),
            Map.entry("خسته نباشی", SmallTalk.GREETING),
            Map.entry("سلام خسته نباشید", SmallTalk.GREETING),
            Map.entry("سلام خسته نباشی", SmallTalk.GREETING),
            Map.entry("khaste nabashid", SmallTalk.GREETING),
            Map.entry("ok", SmallTalk.THANKS),
            Map.entry("okay", SmallTalk.THANKS),
            Map.entry("great", SmallTalk.THANKS),
            Map.entry("عالی بود", SmallTalk.THANKS),
            Map.entry("عالی", SmallTalk.THANKS),
            Map.entry("باشه", SmallTalk.THANKS));
    /** What asks about the bot, and not about the news. */
    private static final Set<String> ABOUT = Arrays.stream("""
            تو کی هستی، شما کی هستید، شما کی هستین، کی هستی، تو چی هستی، تو کیستی، شما که هستید، اسمت چیه، اسم شما چیست
            نامت چیست، نام شما چیست، اسمت چیست، تو رباتی، ربات هستی، شما ربات هستید، چه کار می کنی، چه کار میکنی، چکار می کنی
            چکار میکنی، چیکار می کنی، چیکار میکنی، چه کاری می کنی، چه کارهایی می کنی، چه کار می توانی بکنی، چه کارهایی می توانی بکنی
            چه کارهایی بلدی، چی بلدی، راهنما، راهنمایی، کمک
            who are you, what are you, what is your name, what s your name, are you a bot, are you a robot, are you human
            what can you do, what do you do, how do you work, help, help me
            """.split("[،,\\n]"))
            .map(String::strip)
            .filter(whole -> !whole.isEmpty())
            .map(Folding::fold)
            .collect(Collectors.toUnmodifiableSet());

    private static final int LONGEST = 60;

    /** Null when the text may be a question. */
    public @Nullable SmallTalk detect(String text) {
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return SmallTalk.EMPTY;
        }
        if (text.length() > LONGEST) {
            return null;
        }
        String words = Folding.fold(text)
                .replace(Folding.ZWNJ, ' ')
                .replaceAll("[^\\p{L}\\p{Nd}]+", " ")
                .strip();
        if (ABOUT.contains(words)) {
            return SmallTalk.ABOUT;
        }
        SmallTalk whole = WHOLE.get(words);
        return whole == null ? ofWords(List.of(words.split(" "))) : whole;
    }

    /** Each word must belong to it, so that a greeting before a question leaves the question one. */
    private static @Nullable SmallTalk ofWords(List<String> words) {
        boolean nothingElse = words.stream()
                .allMatch(word -> GREETING.contains(word) || THANKS.contains(word) || BESIDE.contains(word));
        if (!nothingElse) {
            return null;
        }
        if (words.stream().anyMatch(THANKS::contains)) {
            return SmallTalk.THANKS;
        }
        return words.stream().anyMatch(GREETING::contains) ? SmallTalk.GREETING : null;
    }

    private static Set<String> words(String words) {
        return Arrays.stream(words.split(" ")).map(Folding::fold).collect(Collectors.toUnmodifiableSet());
    }
}
