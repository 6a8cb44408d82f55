package dev.sanad.index;

import dev.sanad.text.Folding;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.CharArraySet;

/** Persian word lists that the analysis needs, in folded form. */
final class PersianWords {
    /** Parts that inflect the word they are written beside. */
    static final CharArraySet AFFIXES = set("""
            ها های هایی هایم هایت هایش هایمان هایتان هایشان می نمی تر تری ترین ام ات اش ای ایم اید اند ی مان تان شان
            """);

    /** Function words, and affixes where a space parts them from their word. Meaningful words are never among them. */
    static final CharArraySet STOP = set("""
                    و در به از که این را با است برای آن یک تا بر هم نیز بود شد شده می نمی ها های هایی ای خود ما او وی آنها
                    اما اگر یا چون پس هر بی تر ترین شان مان تان اش ام ات اند دارد کرد کرده کند باشد بوده خواهد
                    the a an of in on at to and or for by with from is are was were be been it its this that as he she
                    his her their they has have had will would said
                    """);

    /** Words that a suffix rule would cut wrongly. */
    static final Set<String> PROTECTED = words("""
            دختر دفتر مشتری بهتر بیشتر کمتر شهرداری مهر کشتی نفتی دوستی هستی زندگی تندرستی استان تابستان زمستان پاکستان
            ارمنستان افغانستان عربستان گرجستان ترکمنستان قزاقستان ازبکستان تاجیکستان هندوستان درمان زمان سازمان آسمان
            مسلمان ساختمان پیمان فرمان قهرمان ایمان آلمان سلیمان کرمان نشان درخشان کارشناسان نوجوان ایران تهران باران
            گیلان زنجان همدان اصفهان خراسان مازندران لرستان کردستان خوزستان هرمزگان رایگان بازرگان پیشگان واژگان جریان
            پایان میان بیان دانشجویان زیان شایان بنیان ماهی گاهی راهی نهایی دریایی دعوی علی شورای سرای برای جای پای
            روی سوی موی بوی خوی های انتها بها تنها رها مانند متر لیتر کامپیوتر توییتر تئاتر میلی سی چینی بینی دیگری
            فارسی بازی شادی آزادی ملی نفتی دی وی چی کی پی ری نی لی
            """);

    /** Beginnings of nouns whose می is not that of a verb. */
    static final Set<String> NOUNS_WITH_MI = words("""
            میلیون میلیارد میدان میلاد میراث میزان میزب میهن میهمان میرزا میرحسین میوه میکروب میکروف میانه میانگ میانج
            """);

    private PersianWords() {}

    private static CharArraySet set(String list) {
        return CharArraySet.unmodifiableSet(new CharArraySet(words(list), false));
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.strip().split("\\s+")).map(Folding::key).collect(Collectors.toUnmodifiableSet());
    }
}
