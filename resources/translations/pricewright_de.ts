<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en_US">
<context>
    <name>Pricewright</name>
    <message>
        <source> and as </source>
        <translation> und als </translation>
    </message>
    <message>
        <source> at entry %1</source>
        <translation> bei Eintrag %1</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source> · %1 looks, %2 without a price</source>
        <translation> · %1 Blicke, %2 ohne Preis</translation>
    </message>
    <message>
        <source> · %1 moved by limits</source>
        <translation> · %1 durch Grenzen verschoben</translation>
    </message>
    <message>
        <source> · %1 units [%2 … %3]</source>
        <translation> · %1 Stück [%2 … %3]</translation>
    </message>
    <message>
        <source> · competitors not known</source>
        <translation> · Wettbewerber nicht bekannt</translation>
    </message>
    <message>
        <source> · margin %1 %</source>
        <translation> · Marge %1 %</translation>
    </message>
    <message>
        <source> · may be announced as −%1 %</source>
        <translation> · darf mit −%1 % angekündigt werden</translation>
    </message>
    <message numerus="yes">
        <source> · median %1 [%2 … %3], %n seller(s)</source>
        <translation>
            <numerusform> · Median %1 [%2 … %3], %n Anbieter</numerusform>
            <numerusform> · Median %1 [%2 … %3], %n Anbieter</numerusform>
        </translation>
    </message>
    <message>
        <source> · model %1</source>
        <translation> · Modell %1</translation>
    </message>
    <message>
        <source> · newest weeks %1 %</source>
        <translation> · neueste Wochen %1 %</translation>
    </message>
    <message>
        <source> · next %1</source>
        <translation> · nächster %1</translation>
    </message>
    <message>
        <source> · not observed</source>
        <translation> · nicht beobachtet</translation>
    </message>
    <message>
        <source> · own %1</source>
        <translation> · eigener %1</translation>
    </message>
    <message>
        <source> · own %1, seen in sales</source>
        <translation> · eigener %1, in den Verkäufen gesehen</translation>
    </message>
    <message>
        <source> · profit %1</source>
        <translation> · Gewinn %1</translation>
    </message>
    <message>
        <source> · stopped early: the best until then</source>
        <translation> · früh angehalten: das Beste bis dahin</translation>
    </message>
    <message>
        <source>"{address}" is no address for mail.</source>
        <translation>„{address}“ ist keine Mailadresse.</translation>
    </message>
    <message>
        <source>"{host}" is no name of a mail server (notify.smtp.host). Notices wait.</source>
        <translation>„{host}“ ist kein Name eines Mailservers (notify.smtp.host). Benachrichtigungen warten.</translation>
    </message>
    <message>
        <source>"{host}" is no site's name: write shop.example, without a path. Nothing was changed.</source>
        <translation>„{host}“ ist kein Name einer Website: Schreiben Sie shop.example, ohne Pfad. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>"{kind}" is no kind of import. Known are: products, costs, stock, sales, promotions, offers, prices, fx.</source>
        <translation>„{kind}“ ist keine Art von Import. Bekannt sind: products, costs, stock, sales, promotions, offers, prices, fx.</translation>
    </message>
    <message>
        <source>"{name}" compares version {version} with a champion that another version has replaced meanwhile. Nothing was promoted; the test ends with its next check.</source>
        <translation>„{name}“ vergleicht Version {version} mit einem Champion, den inzwischen eine andere Version ersetzt hat. Nichts wurde befördert; der Test endet mit seiner nächsten Prüfung.</translation>
    </message>
    <message>
        <source>"{name}" has not been decided, so there is nothing to roll out.</source>
        <translation>„{name}“ ist nicht entschieden, es gibt also nichts auszurollen.</translation>
    </message>
    <message>
        <source>"{name}" has started: its plan is registered and stays as it is. Stop it and design another one instead.</source>
        <translation>„{name}“ hat begonnen: Der Plan ist festgeschrieben und bleibt, wie er ist. Beenden Sie den Test und entwerfen Sie stattdessen einen neuen.</translation>
    </message>
    <message>
        <source>"{name}" is no name for a secret: use a-z, 0-9, dot, - and _, at most 128. Nothing was kept.</source>
        <translation>„{name}“ ist kein Name für ein Geheimnis: a–z, 0–9, Punkt, - und _, höchstens 128 Zeichen. Nichts wurde abgelegt.</translation>
    </message>
    <message>
        <source>"{name}" is no test by visitors. Nothing was changed.</source>
        <translation>„{name}“ ist kein Test mit Besuchern. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>"{name}" is not running, so it cannot be extended.</source>
        <translation>„{name}“ läuft nicht und kann also nicht verlängert werden.</translation>
    </message>
    <message>
        <source>"{name}" is not under way, so there is nothing to stop.</source>
        <translation>„{name}“ läuft nicht, es gibt also nichts zu beenden.</translation>
    </message>
    <message>
        <source>"{name}" is over: what it found is kept, and neither started nor removed. Design another one instead.</source>
        <translation>„{name}“ ist vorbei: was gefunden wurde, bleibt erhalten und wird weder gestartet noch entfernt. Entwerfen Sie stattdessen einen neuen Test.</translation>
    </message>
    <message>
        <source>"{name}" learns what was bought from the orders, not from a file of events. Nothing was taken in; bring the orders in as revenue.</source>
        <translation>„{name}“ erfährt aus den Bestellungen, was gekauft wurde, nicht aus einer Datei mit Ereignissen. Es wurde nichts übernommen; spielen Sie die Bestellungen als Umsatz ein.</translation>
    </message>
    <message>
        <source>"{name}" runs in the layer {layer}, and tests of one layer share no visitor. Nothing was started.</source>
        <translation>„{name}“ läuft in der Ebene {layer}, und Tests einer Ebene teilen sich keinen Besucher. Nichts wurde gestartet.</translation>
    </message>
    <message>
        <source>"{period}" is no period. Write a month as 2026-11, a quarter as 2026-Q4, a year as 2026.</source>
        <translation>„{period}“ ist kein Zeitraum. Ein Monat wird als 2026-11 geschrieben, ein Quartal als 2026-Q4, ein Jahr als 2026.</translation>
    </message>
    <message>
        <source>"{relation}" is no relation between prices. Write PRIVATE &lt;= 0.9 * BRAND, or A@ZONE &lt;= A@ZONE + 0.10. Nothing was planned.</source>
        <translation>„{relation}“ ist keine Beziehung zwischen Preisen. Schreiben Sie EIGEN &lt;= 0,9 * MARKE oder A@ZONE &lt;= A@ZONE + 0,10. Es wurde nichts geplant.</translation>
    </message>
    <message>
        <source>"{relation}" names no two prices that are planned here, in one currency. Nothing was planned.</source>
        <translation>„{relation}“ nennt keine zwei Preise, die hier in einer Währung geplant werden. Es wurde nichts geplant.</translation>
    </message>
    <message>
        <source>"{text}" is no ladder. Write a step as 0.05, endings as .99 .49, endings within ten as 4.99 9.99 /10. The old one holds.</source>
        <translation>„{text}“ ist keine Preisleiter. Ein Schritt wird als 0.05 geschrieben, Endungen als .99 .49, Endungen innerhalb von zehn als 4.99 9.99 /10. Die alte gilt.</translation>
    </message>
    <message>
        <source>"{text}" is no parameter: write what a version sets as name=value. Nothing was added.</source>
        <translation>„{text}“ ist kein Parameter: schreiben Sie, was eine Version setzt, als Name=Wert. Nichts wurde angelegt.</translation>
    </message>
    <message>
        <source>"{text}" is no schedule. Write times as 06:30 or 6:30 14:00, with days before them where it is not every day: mon-fri 06:30. The old one holds.</source>
        <translation>„{text}“ ist kein Zeitplan. Zeiten werden als 06:30 oder 6:30 14:00 geschrieben, davor Tage, wo es nicht jeder ist: mon-fri 06:30. Der alte gilt.</translation>
    </message>
    <message>
        <source>"{text}" is not a day or time. Write 2026-03-01 or 2026-03-01T09:30:00Z.</source>
        <translation>„{text}“ ist kein Tag und keine Zeit. Schreiben Sie 2026-03-01 oder 2026-03-01T09:30:00Z.</translation>
    </message>
    <message>
        <source>"{text}" is not an id.</source>
        <translation>„{text}“ ist keine Kennung.</translation>
    </message>
    <message>
        <source>"{url}" is no address of a page. Nothing was added.</source>
        <translation>„{url}“ ist keine Adresse einer Seite. Nichts wurde angelegt.</translation>
    </message>
    <message>
        <source>"{value}" cannot name a feed: up to 100 characters, no blanks. Nothing was changed.</source>
        <translation>„{value}“ taugt nicht als Name eines Feeds: bis 100 Zeichen, keine Leerzeichen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>"{value}" is no address for {field}: at most 20 each, e-mail as name@shop.example, webhooks as https addresses without a password. Nothing was saved.</source>
        <translation>„{value}“ ist keine Adresse für {field}: höchstens je 20, E-Mail als name@shop.example, Webhooks als https-Adressen ohne Passwort. Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>"{value}" is no exchange rate for {currency}: it must be a positive number.</source>
        <translation>„{value}“ ist kein Wechselkurs für {currency}: Er muss eine positive Zahl sein.</translation>
    </message>
    <message>
        <source>"{value}" is no kind of alert. Known are: move-down, move-up, undercut, index-below, index-above, price-war, sold-out, silent. Nothing was saved.</source>
        <translation>„{value}“ ist keine Alarmart. Bekannt sind: move-down, move-up, undercut, index-below, index-above, price-war, sold-out, silent. Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>"{value}" is no new price: it must be an amount above 0, up to a hundred million, such as 3.49. Nothing was changed.</source>
        <translation>„{value}“ ist kein neuer Preis: es muss ein Betrag über 0 sein, bis hundert Millionen, etwa 3.49. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>"{value}" is no price in {currency}: it must be positive, with no more digits than the currency has.</source>
        <translation>„{value}“ ist kein Preis in {currency}: Er muss positiv sein und darf nicht mehr Stellen haben als die Währung.</translation>
    </message>
    <message>
        <source>"{value}" is no value for {option}: {wanted}.</source>
        <translation>„{value}“ ist kein Wert für {option}: {wanted}.</translation>
    </message>
    <message>
        <source>"{value}" is not a number. Write digits with a dot: 3.49.</source>
        <translation>„{value}“ ist keine Zahl. Schreiben Sie Ziffern mit Punkt: 3.49.</translation>
    </message>
    <message>
        <source>"{value}" is not the code of a market. Use a country's two letters, as DE or US, or EU. Laws and VAT rates are found by it.</source>
        <translation>„{value}“ ist kein Kürzel eines Marktes. Nehmen Sie die zwei Buchstaben eines Landes, wie DE oder US, oder EU. Danach werden Gesetze und Steuersätze gefunden.</translation>
    </message>
    <message>
        <source>"{version}" is no version: three numbers as in 1.2.0. Nothing was added.</source>
        <translation>„{version}“ ist keine Version: drei Zahlen wie in 1.2.0. Nichts wurde angelegt.</translation>
    </message>
    <message>
        <source>%1
For example: %2</source>
        <translation>%1
Zum Beispiel: %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 % in 80 %</source>
        <translation>%1 % in 80 %</translation>
    </message>
    <message>
        <source>%1 % of %2 %3</source>
        <translation>%1 % von %2 %3</translation>
    </message>
    <message>
        <source>%1 % of plan (MDE %2 %)</source>
        <translation>%1 % des Plans (MDE %2 %)</translation>
    </message>
    <message>
        <source>%1 % of tests decided within their horizon this quarter</source>
        <translation>%1 % der Tests in diesem Quartal innerhalb ihrer Frist entschieden</translation>
    </message>
    <message>
        <source>%1 % of the weeks were sold within the 80 % limits, %2 % within the 95 % limits, of %3 weeks judged</source>
        <translation>%1 % der Wochen lagen innerhalb der 80-%-Grenzen, %2 % innerhalb der 95-%-Grenzen, von %3 beurteilten Wochen</translation>
    </message>
    <message>
        <source>%1 % of the words</source>
        <translation>%1 % der Wörter</translation>
    </message>
    <message>
        <source>%1 % on %2</source>
        <translation>%1 % gegen %2</translation>
    </message>
    <message>
        <source>%1 % on last year</source>
        <translation>%1 % gegen das Vorjahr</translation>
    </message>
    <message>
        <source>%1 % on the week before</source>
        <translation>%1 % gegen die Vorwoche</translation>
    </message>
    <message>
        <source>%1 % with power %2 %</source>
        <translation>%1 % bei Trennschärfe %2 %</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 % · Esc stops</source>
        <translation>%1 %2 % · Esc hält an</translation>
    </message>
    <message>
        <source>%1 %2 at the new price on day %3 of %4, %5 interval %6, valid at all looks</source>
        <translation>%1 %2 beim neuen Preis an Tag %3 von %4, %5-Intervall %6, gültig bei allen Auswertungen</translation>
    </message>
    <message>
        <source>%1 %2 where the challenger decides on day %3 of %4, %5 interval %6, valid at all looks</source>
        <translation>%1 %2, wo der Herausforderer entscheidet, an Tag %3 von %4, %5-Intervall %6, gültig für alle Blicke</translation>
    </message>
    <message>
        <source>%1 %2/wk</source>
        <translation>%1 %2/Wo.</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <translation>%1 %2: %3</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (Ctrl+Enter)</source>
        <translation>%1 (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>%1 (Ctrl+S)</source>
        <translation>%1 (Strg+S)</translation>
    </message>
    <message>
        <source>%1 (hours)</source>
        <translation>%1 (Stunden)</translation>
    </message>
    <message>
        <source>%1 (key %2)</source>
        <translation>%1 (Taste %2)</translation>
    </message>
    <message>
        <source>%1 SKUs</source>
        <translation>%1 Artikel</translation>
    </message>
    <message>
        <source>%1 SKUs × %2 zones</source>
        <translation>%1 Artikel × %2 Zonen</translation>
    </message>
    <message>
        <source>%1 a week</source>
        <translation>%1 je Woche</translation>
    </message>
    <message>
        <source>%1 a week at stake</source>
        <translation>%1 pro Woche als Einsatz</translation>
    </message>
    <message>
        <source>%1 above parity</source>
        <translation>%1 über Gleichstand</translation>
    </message>
    <message>
        <source>%1 active</source>
        <translation>%1 aktiv</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>%1 hinzugefügt</translation>
    </message>
    <message>
        <source>%1 against %2, %3 weeks replayed: WAPE %4 against %5 %, bias %6 against %7 %</source>
        <translation>%1 gegen %2, %3 Wochen nachgespielt: WAPE %4 gegen %5 %, Verzerrung %6 gegen %7 %</translation>
    </message>
    <message>
        <source>%1 against %2: of %3 prices %4 would differ; WAPE %5 against %6 %</source>
        <translation>%1 gegen %2: von %3 Preisen wären %4 andere; WAPE %5 gegen %6 %</translation>
    </message>
    <message>
        <source>%1 against %2: of %3 prices %4 would differ; profit a week %5 against %6</source>
        <translation>%1 gegen %2: von %3 Preisen wären %4 anders; Gewinn je Woche %5 gegen %6</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiterer</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 approved · U undoes until release</source>
        <translation>%1 freigegeben · U nimmt zurück bis zur Auslieferung</translation>
    </message>
    <message>
        <source>%1 approved, recorded as self-approved · U undoes</source>
        <translation>%1 freigegeben, als Selbstfreigabe vermerkt · U nimmt zurück</translation>
    </message>
    <message>
        <source>%1 are already so.</source>
        <translation>%1 sind schon so.</translation>
    </message>
    <message>
        <source>%1 are refused and stay as they are:</source>
        <translation>%1 werden abgelehnt und bleiben, wie sie sind:</translation>
    </message>
    <message>
        <source>%1 batches wait</source>
        <translation>%1 Preispakete warten</translation>
    </message>
    <message>
        <source>%1 becomes the champion in all zones from the next cycle on</source>
        <translation>%1 wird ab dem nächsten Zyklus Champion in allen Zonen</translation>
    </message>
    <message>
        <source>%1 becomes the champion.</source>
        <translation>%1 wird Champion.</translation>
    </message>
    <message>
        <source>%1 below parity</source>
        <translation>%1 unter Gleichstand</translation>
    </message>
    <message>
        <source>%1 blocked, with a counter-proposal</source>
        <translation>%1 blockiert, mit Gegenvorschlag</translation>
    </message>
    <message>
        <source>%1 cannot be asked: until it can, the champion %2 decides everywhere.</source>
        <translation>%1 kann nicht gefragt werden: Bis dahin entscheidet überall der Champion %2.</translation>
    </message>
    <message>
        <source>%1 cannot be edited.</source>
        <translation>%1 kann nicht bearbeitet werden.</translation>
    </message>
    <message>
        <source>%1 cells would change</source>
        <translation>%1 Zellen würden sich ändern</translation>
    </message>
    <message>
        <source>%1 change nothing</source>
        <translation>%1 ändern nichts</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 geändert</translation>
    </message>
    <message>
        <source>%1 changed again since stayed as they are.</source>
        <translation>%1, die seitdem wieder geändert wurden, blieben, wie sie waren.</translation>
    </message>
    <message>
        <source>%1 changed by %2 %3: %4</source>
        <translation>%1 änderte sich um %2 %3: %4</translation>
    </message>
    <message>
        <source>%1 changed · Ctrl+Z undoes</source>
        <translation>%1 geändert · Strg+Z nimmt zurück</translation>
    </message>
    <message>
        <source>%1 changes</source>
        <translation>%1 Änderungen</translation>
    </message>
    <message>
        <source>%1 checked but filtered out: left alone</source>
        <translation>%1 angekreuzt, aber ausgefiltert: bleiben außen vor</translation>
    </message>
    <message>
        <source>%1 could not be opened</source>
        <translation>%1 konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 T %2 Std.</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>%1 decided</source>
        <translation>%1 entschieden</translation>
    </message>
    <message>
        <source>%1 decides %2 in %3, %4 in %5</source>
        <translation>%1 entscheidet %2 in %3, %4 in %5</translation>
    </message>
    <message>
        <source>%1 decides all zones from the next cycle on</source>
        <translation>Ab dem nächsten Zyklus entscheidet %1 alle Zonen</translation>
    </message>
    <message>
        <source>%1 decides in your stead until %2</source>
        <translation>%1 entscheidet an Ihrer Stelle bis %2</translation>
    </message>
    <message>
        <source>%1 down by, %</source>
        <translation>%1 niedriger um, %</translation>
    </message>
    <message>
        <source>%1 entries</source>
        <translation>%1 Einträge</translation>
    </message>
    <message>
        <source>%1 entries chosen</source>
        <translation>%1 Einträge gewählt</translation>
    </message>
    <message>
        <source>%1 entries copied</source>
        <translation>%1 Einträge kopiert</translation>
    </message>
    <message>
        <source>%1 entries fit</source>
        <translation>%1 Einträge passen</translation>
    </message>
    <message>
        <source>%1 entries were written to %2.</source>
        <translation>%1 Einträge wurden nach %2 geschrieben.</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 for me</source>
        <translation>%1 für mich</translation>
    </message>
    <message>
        <source>%1 found so far</source>
        <translation>bisher %1 gefunden</translation>
    </message>
    <message>
        <source>%1 from services</source>
        <translation>%1 von Diensten</translation>
    </message>
    <message>
        <source>%1 gets its zones step by step. It is compared from the last step on.</source>
        <translation>%1 bekommt seine Zonen Schritt für Schritt. Verglichen wird ab dem letzten Schritt.</translation>
    </message>
    <message>
        <source>%1 go back to what they should be; what was changed by hand in the files is lost.</source>
        <translation>%1 gehen zurück auf das, was sie sein sollen; was von Hand in den Dateien geändert wurde, geht verloren.</translation>
    </message>
    <message>
        <source>%1 go back to what they were before the batch, in %2, as one.</source>
        <translation>%1 gehen zurück auf den Stand vor dem Preispaket, in %2, als Ganzes.</translation>
    </message>
    <message>
        <source>%1 go to %2 at once, instead of at their slot. Afterwards the batch can be rolled back as one.</source>
        <translation>%1 gehen sofort an %2, statt zu ihrem Termin. Danach kann das Preispaket als Ganzes zurückgerollt werden.</translation>
    </message>
    <message>
        <source>%1 guardrail</source>
        <translation>%1 Leitplanke</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 Std.</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 Std. %2 Min.</translation>
    </message>
    <message>
        <source>%1 has no price in force: there is nothing to compare with.</source>
        <translation>%1 hat keinen geltenden Preis: Es gibt nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>%1 held back at the last moment: changed meanwhile, or outside their bounds.</source>
        <translation>%1 im letzten Augenblick zurückgehalten: inzwischen geändert oder außerhalb ihrer Grenzen.</translation>
    </message>
    <message>
        <source>%1 high</source>
        <translation>%1 hoch</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>%1 in 24 hours, no budget is set</source>
        <translation>%1 in 24 Stunden, kein Budget gesetzt</translation>
    </message>
    <message>
        <source>%1 instead of %2</source>
        <translation>%1 statt %2</translation>
    </message>
    <message>
        <source>%1 is %2 now · U takes back</source>
        <translation>%1 ist jetzt %2 · U nimmt zurück</translation>
    </message>
    <message>
        <source>%1 is about ten times more or less than the cost before. Is the decimal mark in its place?</source>
        <translation>%1 ist etwa das Zehnfache oder ein Zehntel der Kosten davor. Steht das Dezimalzeichen richtig?</translation>
    </message>
    <message>
        <source>%1 is in the catalogue · U takes back</source>
        <translation>%1 ist im Katalog · U nimmt zurück</translation>
    </message>
    <message>
        <source>%1 is no currency: write EUR, USD, GBP.</source>
        <translation>%1 ist keine Währung: schreiben Sie EUR, USD, GBP.</translation>
    </message>
    <message>
        <source>%1 is no price.</source>
        <translation>%1 ist kein Preis.</translation>
    </message>
    <message>
        <source>%1 is not asked any more</source>
        <translation>%1 wird nicht mehr abgefragt</translation>
    </message>
    <message>
        <source>%1 is not read any more</source>
        <translation>%1 wird nicht mehr gelesen</translation>
    </message>
    <message>
        <source>%1 is not watched</source>
        <translation>%1 wird nicht beobachtet</translation>
    </message>
    <message>
        <source>%1 is out of the catalogue again</source>
        <translation>%1 ist wieder aus dem Katalog</translation>
    </message>
    <message>
        <source>%1 is read again</source>
        <translation>%1 wird wieder gelesen</translation>
    </message>
    <message>
        <source>%1 is read as %2</source>
        <translation>%1 wird gelesen als %2</translation>
    </message>
    <message>
        <source>%1 is saved · F reads it now, Ctrl+Z takes it back</source>
        <translation>%1 ist gespeichert · F liest ihn jetzt, Strg+Z nimmt es zurück</translation>
    </message>
    <message>
        <source>%1 is set</source>
        <translation>%1 ist eingestellt</translation>
    </message>
    <message>
        <source>%1 is sold in further zones · U takes back</source>
        <translation>%1 wird in weiteren Zonen verkauft · U nimmt zurück</translation>
    </message>
    <message>
        <source>%1 is the challenger · T tries it</source>
        <translation>%1 ist der Herausforderer · T probiert ihn</translation>
    </message>
    <message>
        <source>%1 is the champion: the next cycle asks it · B goes back</source>
        <translation>%1 ist der Champion: der nächste Zyklus fragt ihn · B geht zurück</translation>
    </message>
    <message>
        <source>%1 is the key of “%2”. Give that another one first.</source>
        <translation>%1 ist die Taste von „%2“. Geben Sie dem zuerst eine andere.</translation>
    </message>
    <message>
        <source>%1 is watched</source>
        <translation>%1 wird beobachtet</translation>
    </message>
    <message>
        <source>%1 joined · Z undoes it</source>
        <translation>%1 zusammengelegt · Z nimmt zurück</translation>
    </message>
    <message>
        <source>%1 journal %2</source>
        <translation>%1 Journal %2</translation>
    </message>
    <message>
        <source>%1 labels</source>
        <translation>%1 Etiketten</translation>
    </message>
    <message>
        <source>%1 limits passed</source>
        <translation>%1 Grenzen eingehalten</translation>
    </message>
    <message>
        <source>%1 low</source>
        <translation>%1 tief</translation>
    </message>
    <message>
        <source>%1 may be asked now · R looks</source>
        <translation>%1 darf jetzt abgefragt werden · R ruft ab</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 Min.</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>%1 more files wait</source>
        <translation>%1 weitere Dateien warten</translation>
    </message>
    <message>
        <source>%1 more reasons</source>
        <translation>%1 weitere Gründe</translation>
    </message>
    <message>
        <source>%1 moved from other batches</source>
        <translation>%1 aus anderen Preispaketen geholt</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 new price</source>
        <translation>%1 neuer Preis</translation>
    </message>
    <message>
        <source>%1 not at their default</source>
        <translation>%1 nicht auf dem Standardwert</translation>
    </message>
    <message>
        <source>%1 not counted</source>
        <translation>%1 nicht gezählt</translation>
    </message>
    <message>
        <source>%1 not for you to approve</source>
        <translation>%1 nicht von Ihnen freizugeben</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2 %3</source>
        <translation>%1 von %2 %3</translation>
    </message>
    <message>
        <source>%1 of %2 are not what they should be</source>
        <translation>%1 von %2 sind nicht, was sie sein sollen</translation>
    </message>
    <message>
        <source>%1 of %2 entries copied: the others are not loaded; Ctrl+E writes any number</source>
        <translation>%1 von %2 Einträgen kopiert: Die anderen sind nicht geladen; Strg+E schreibt beliebig viele</translation>
    </message>
    <message>
        <source>%1 of %2 in 24 hours</source>
        <translation>%1 von %2 in 24 Stunden</translation>
    </message>
    <message>
        <source>%1 of %2 kept pages tell a price with it, %3 did before; %4 say something else</source>
        <translation>%1 von %2 aufbewahrten Seiten nennen damit einen Preis, %3 taten es vorher; %4 sagen etwas anderes</translation>
    </message>
    <message>
        <source>%1 of %2 prices</source>
        <translation>%1 von %2 Preisen</translation>
    </message>
    <message>
        <source>%1 of %2 prices can be planned so.</source>
        <translation>%1 von %2 Preisen lassen sich so planen.</translation>
    </message>
    <message>
        <source>%1 of %2 prices could be planned, in %3 s%4</source>
        <translation>%1 von %2 Preisen ließen sich planen, in %3 s%4</translation>
    </message>
    <message>
        <source>%1 of %2 prices would be bound otherwise.</source>
        <translation>%1 von %2 Preisen wären anders gebunden.</translation>
    </message>
    <message>
        <source>%1 of %2 rows were edited</source>
        <translation>%1 von %2 Zeilen wurden bearbeitet</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 von %2: %3</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n currencies</source>
        <translation>
            <numerusform>%1 von %n Währung</numerusform>
            <numerusform>%1 von %n Währungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n prices</source>
        <translation>
            <numerusform>%1 von %n Preis</numerusform>
            <numerusform>%1 von %n Preisen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n sources fresh</source>
        <translation>
            <numerusform>%1 von %n Quelle frisch</numerusform>
            <numerusform>%1 von %n Quellen frisch</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of about %2</source>
        <translation>%1 von etwa %2</translation>
    </message>
    <message>
        <source>%1 of all rows</source>
        <translation>%1 aller Zeilen</translation>
    </message>
    <message numerus="yes">
        <source>%1 of planned %2 % · %n week(s)</source>
        <translation>
            <numerusform>%1 von geplanten %2 % · %n Woche</numerusform>
            <numerusform>%1 von geplanten %2 % · %n Wochen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of who comes see the new price, either price at least %2; %3</source>
        <translation>%1 der Ankommenden sehen den neuen Preis, jeden der beiden mindestens %2; %3</translation>
    </message>
    <message>
        <source>%1 offers, %2 in doubt · %3 pages watched, %4 due</source>
        <translation>%1 Angebote, %2 zweifelhaft · %3 Seiten beobachtet, %4 fällig</translation>
    </message>
    <message>
        <source>%1 old</source>
        <translation>%1 alt</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 gegen %2</translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>%1 offen</translation>
    </message>
    <message>
        <source>%1 opens “%2”.</source>
        <translation>%1 öffnet „%2“.</translation>
    </message>
    <message>
        <source>%1 out %2 (%3)</source>
        <translation>%1 hinaus %2 (%3)</translation>
    </message>
    <message>
        <source>%1 over</source>
        <translation>%1 vorbei</translation>
    </message>
    <message>
        <source>%1 over the step limit</source>
        <translation>%1 über der Schrittgrenze</translation>
    </message>
    <message>
        <source>%1 over your limit</source>
        <translation>%1 über Ihrer Grenze</translation>
    </message>
    <message>
        <source>%1 pages were unchanged</source>
        <translation>%1 Seiten waren unverändert</translation>
    </message>
    <message>
        <source>%1 pages: %2 came, %3 failed, %4 prices, %5 in doubt</source>
        <translation>%1 Seiten: %2 gekommen, %3 gescheitert, %4 Preise, %5 zweifelhaft</translation>
    </message>
    <message>
        <source>%1 passed ✓</source>
        <translation>%1 eingehalten ✓</translation>
    </message>
    <message>
        <source>%1 paused</source>
        <translation>%1 pausiert</translation>
    </message>
    <message>
        <source>%1 paused · %2 ended in the period</source>
        <translation>%1 pausiert · %2 im Zeitraum beendet</translation>
    </message>
    <message>
        <source>%1 pending</source>
        <translation>%1 offen</translation>
    </message>
    <message>
        <source>%1 periods of sales against %2</source>
        <translation>%1 Verkaufszeiträume gegen %2</translation>
    </message>
    <message>
        <source>%1 planned</source>
        <translation>%1 geplant</translation>
    </message>
    <message>
        <source>%1 prices</source>
        <translation>%1 Preise</translation>
    </message>
    <message>
        <source>%1 prices approved</source>
        <translation>%1 Preise freigegeben</translation>
    </message>
    <message>
        <source>%1 prices are in the catalogue.</source>
        <translation>%1 Preise stehen im Sortiment.</translation>
    </message>
    <message>
        <source>%1 prices are not live as they should be</source>
        <translation>%1 Preise sind nicht live, wie sie sein sollten</translation>
    </message>
    <message>
        <source>%1 prices can be planned so.</source>
        <translation>%1 Preise lassen sich so planen.</translation>
    </message>
    <message>
        <source>%1 prices in other currencies are left out.</source>
        <translation>%1 Preise in anderen Währungen bleiben außen vor.</translation>
    </message>
    <message>
        <source>%1 prices moved in</source>
        <translation>%1 Preise hereingeholt</translation>
    </message>
    <message>
        <source>%1 prices put back</source>
        <translation>%1 Preise zurückgesetzt</translation>
    </message>
    <message>
        <source>%1 prices released</source>
        <translation>%1 Preise ausgeliefert</translation>
    </message>
    <message>
        <source>%1 prices sent to Approvals · U takes back</source>
        <translation>%1 Preise zur Freigabe geschickt · U nimmt zurück</translation>
    </message>
    <message>
        <source>%1 prices shown, %2 wait for a decision</source>
        <translation>%1 Preise gezeigt, %2 warten auf eine Entscheidung</translation>
    </message>
    <message>
        <source>%1 prices stayed out and wait as before. </source>
        <translation>%1 Preise blieben draußen und warten wie zuvor. </translation>
    </message>
    <message>
        <source>%1 prices wait for a decision.</source>
        <translation>%1 Preise warten auf eine Entscheidung.</translation>
    </message>
    <message>
        <source>%1 prices wait in Approvals.</source>
        <translation>%1 Preise warten unter Freigaben.</translation>
    </message>
    <message>
        <source>%1 prices were changed again since</source>
        <translation>%1 Preise wurden seitdem wieder geändert</translation>
    </message>
    <message>
        <source>%1 prices were changed again since and stay as they are.</source>
        <translation>%1 Preise wurden seitdem wieder geändert und bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>%1 prices were not sent. First: %2</source>
        <translation>%1 Preise wurden nicht geschickt. Der erste: %2</translation>
    </message>
    <message>
        <source>%1 products have no price in force and were left out.</source>
        <translation>%1 Artikel haben keinen geltenden Preis und blieben außen vor.</translation>
    </message>
    <message>
        <source>%1 products read, %2 new suggestions</source>
        <translation>%1 Produkte gelesen, %2 neue Vorschläge</translation>
    </message>
    <message>
        <source>%1 promotions of %2 prices: %3 run, %4 are planned</source>
        <translation>%1 Aktionen für %2 Preise: %3 laufen, %4 sind geplant</translation>
    </message>
    <message>
        <source>%1 promotions planned · U takes back</source>
        <translation>%1 Aktionen geplant · U nimmt zurück</translation>
    </message>
    <message>
        <source>%1 proposals taken back</source>
        <translation>%1 Vorschläge zurückgenommen</translation>
    </message>
    <message>
        <source>%1 proposed by you</source>
        <translation>%1 von Ihnen vorgeschlagen</translation>
    </message>
    <message>
        <source>%1 pt</source>
        <translation>%1 Pkt.</translation>
    </message>
    <message>
        <source>%1 pt %2</source>
        <translation>%1 Pkt. %2</translation>
    </message>
    <message>
        <source>%1 pt on last year</source>
        <translation>%1 Pkt. gegen das Vorjahr</translation>
    </message>
    <message>
        <source>%1 pt on the week before</source>
        <translation>%1 Pkt. gegen die Vorwoche</translation>
    </message>
    <message>
        <source>%1 put back</source>
        <translation>%1 zurückgesetzt</translation>
    </message>
    <message>
        <source>%1 read back, every price right</source>
        <translation>%1 zurückgelesen, jeder Preis stimmt</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>%1 abgelehnt</translation>
    </message>
    <message>
        <source>%1 rejected · U undoes</source>
        <translation>%1 abgelehnt · U nimmt zurück</translation>
    </message>
    <message>
        <source>%1 rejected: %2.</source>
        <translation>%1 abgewiesen: %2.</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1 entfernt</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>%1 rows are back</source>
        <translation>%1 Zeilen sind zurück</translation>
    </message>
    <message>
        <source>%1 rows can be read, %2 cannot</source>
        <translation>%1 Zeilen sind lesbar, %2 nicht</translation>
    </message>
    <message>
        <source>%1 rows copied</source>
        <translation>%1 Zeilen kopiert</translation>
    </message>
    <message>
        <source>%1 rows put off · see “Put off”</source>
        <translation>%1 Zeilen zurückgestellt · siehe „Zurückgestellt“</translation>
    </message>
    <message>
        <source>%1 rows selected</source>
        <translation>%1 Zeilen gewählt</translation>
    </message>
    <message>
        <source>%1 rules</source>
        <translation>%1 Regeln</translation>
    </message>
    <message>
        <source>%1 run</source>
        <translation>%1 laufen</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 scored, %2 too early, %3 cannot be told, %4 without a prediction</source>
        <translation>%1 gewertet, %2 zu früh, %3 nicht zu sagen, %4 ohne Vorhersage</translation>
    </message>
    <message>
        <source>%1 sd</source>
        <translation>%1 SD</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1 gewählt</translation>
    </message>
    <message>
        <source>%1 sellers, median %2, the oldest seen %3 ago</source>
        <translation>%1 Anbieter, Median %2, der älteste gesehen vor %3</translation>
    </message>
    <message>
        <source>%1 set apart · Z undoes it</source>
        <translation>%1 abgetrennt · Z nimmt zurück</translation>
    </message>
    <message>
        <source>%1 settings</source>
        <translation>%1 Einstellungen</translation>
    </message>
    <message>
        <source>%1 shown</source>
        <translation>%1 gezeigt</translation>
    </message>
    <message>
        <source>%1 signed as %2 batches, one per time zone · Z undoes it</source>
        <translation>%1 als %2 Preispakete gezeichnet, eines je Zeitzone · Z nimmt zurück</translation>
    </message>
    <message>
        <source>%1 signed as one batch · Z undoes it</source>
        <translation>%1 als ein Preispaket gezeichnet · Z nimmt zurück</translation>
    </message>
    <message>
        <source>%1 skipped.</source>
        <translation>%1 übersprungen.</translation>
    </message>
    <message>
        <source>%1 stay out: </source>
        <translation>%1 bleiben draußen: </translation>
    </message>
    <message>
        <source>%1 stays in force.</source>
        <translation>%1 bleibt in Kraft.</translation>
    </message>
    <message>
        <source>%1 taken out: back in Approvals</source>
        <translation>%1 herausgenommen: wieder unter Freigaben</translation>
    </message>
    <message>
        <source>%1 targets set · U takes back</source>
        <translation>%1 Ziele gesetzt · U nimmt zurück</translation>
    </message>
    <message>
        <source>%1 things need a look: see the last column.</source>
        <translation>%1 Dinge brauchen einen Blick: siehe die letzte Spalte.</translation>
    </message>
    <message>
        <source>%1 too old, %2 for other reasons</source>
        <translation>%1 zu alt, %2 aus anderen Gründen</translation>
    </message>
    <message>
        <source>%1 undone</source>
        <translation>%1 zurückgenommen</translation>
    </message>
    <message>
        <source>%1 units %2</source>
        <translation>%1 Stück %2</translation>
    </message>
    <message>
        <source>%1 waiting for release</source>
        <translation>%1 warten auf Auslieferung</translation>
    </message>
    <message>
        <source>%1 was left before its key was kept: it is not saved</source>
        <translation>%1 wurde verlassen, ehe der Schlüssel verwahrt war: nicht gespeichert</translation>
    </message>
    <message>
        <source>%1 was taken back: %2 rows removed, %3 put back as they were.</source>
        <translation>%1 wurde zurückgenommen: %2 Zeilen entfernt, %3 wie zuvor.</translation>
    </message>
    <message>
        <source>%1 weeks, %2 prices</source>
        <translation>%1 Wochen, %2 Preise</translation>
    </message>
    <message>
        <source>%1 were not planned. First: %2: %3</source>
        <translation>%1 wurden nicht geplant. Zuerst: %2: %3</translation>
    </message>
    <message>
        <source>%1 were read back from the files just now. D shows them all.</source>
        <translation>%1 wurden eben aus den Dateien zurückgelesen. D zeigt sie alle.</translation>
    </message>
    <message>
        <source>%1 were refused. First: %2</source>
        <translation>%1 wurden abgelehnt. Der erste: %2</translation>
    </message>
    <message>
        <source>%1 whose price has moved meanwhile</source>
        <translation>%1, deren Preis sich inzwischen bewegt hat</translation>
    </message>
    <message>
        <source>%1 with the old, %2 with the new price</source>
        <translation>%1 mit dem alten, %2 mit dem neuen Preis</translation>
    </message>
    <message>
        <source>%1 without a model: not counted</source>
        <translation>%1 ohne Modell: nicht gezählt</translation>
    </message>
    <message>
        <source>%1 ± %2</source>
        <translation>%1 ± %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2 · after %3 + %4 visitors</source>
        <translation>%1 · %2 · nach %3 + %4 Besuchern</translation>
    </message>
    <message>
        <source>%1 · %2, new price against old</source>
        <translation>%1 · %2, neuer Preis gegen alten</translation>
    </message>
    <message>
        <source>%1 · floor %2</source>
        <translation>%1 · Boden %2</translation>
    </message>
    <message>
        <source>%1 · point at the line that says the price, P teaches it</source>
        <translation>%1 · zeigen Sie auf die Zeile mit dem Preis, P lehrt sie</translation>
    </message>
    <message>
        <source>%1 · profit %2 %3/wk</source>
        <translation>%1 · Gewinn %2 %3/Wo.</translation>
    </message>
    <message>
        <source>%1 · randomization p %2</source>
        <translation>%1 · Randomisierung p %2</translation>
    </message>
    <message>
        <source>%1 … %2 days</source>
        <translation>%1 … %2 Tage</translation>
    </message>
    <message>
        <source>%1 → %2 %</source>
        <translation>%1 → %2 %</translation>
    </message>
    <message>
        <source>%1%2 a week</source>
        <translation>%1%2 pro Woche</translation>
    </message>
    <message>
        <source>%1, %</source>
        <translation>%1, %</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2 %</source>
        <translation>%1, %2 %</translation>
    </message>
    <message>
        <source>%1, %2 + %3</source>
        <translation>%1, %2 + %3</translation>
    </message>
    <message>
        <source>%1, %2 waiting</source>
        <translation>%1, %2 warten</translation>
    </message>
    <message>
        <source>%1, %2: %3 % of %4 products fresh</source>
        <translation>%1, %2: %3 % von %4 Produkten frisch</translation>
    </message>
    <message>
        <source>%1, after %2 · %3</source>
        <translation>%1, nach %2 · %3</translation>
    </message>
    <message>
        <source>%1, all right; other bytes of the file were changed</source>
        <translation>%1, alles richtig; andere Bytes der Datei wurden geändert</translation>
    </message>
    <message>
        <source>%1, as assigned</source>
        <translation>%1, wie zugeteilt</translation>
    </message>
    <message>
        <source>%1, at most %2</source>
        <translation>%1, höchstens %2</translation>
    </message>
    <message>
        <source>%1, between %2 and %3</source>
        <translation>%1, zwischen %2 und %3</translation>
    </message>
    <message>
        <source>%1, by the account %2</source>
        <translation>%1, durch das Konto %2</translation>
    </message>
    <message>
        <source>%1, changed</source>
        <translation>%1, geändert</translation>
    </message>
    <message>
        <source>%1, high</source>
        <translation>%1, hoch</translation>
    </message>
    <message>
        <source>%1, in all zones</source>
        <translation>%1, in allen Zonen</translation>
    </message>
    <message>
        <source>%1, last seen %2</source>
        <translation>%1, zuletzt gesehen %2</translation>
    </message>
    <message>
        <source>%1, low</source>
        <translation>%1, tief</translation>
    </message>
    <message>
        <source>%1, sure to %2 %</source>
        <translation>%1, zu %2 % sicher</translation>
    </message>
    <message>
        <source>%1, via Approvals</source>
        <translation>%1, über Freigaben</translation>
    </message>
    <message>
        <source>%1, zone %2: predicted %3, came %4 %5</source>
        <translation>%1, Zone %2: vorhergesagt %3, gekommen %4 %5</translation>
    </message>
    <message>
        <source>%1. That is all of it; nothing is kept.</source>
        <translation>%1. Das ist alles; nichts davon wird behalten.</translation>
    </message>
    <message>
        <source>%1/wk</source>
        <translation>%1/Wo.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2 in %3</source>
        <translation>%1: %2 in %3</translation>
    </message>
    <message>
        <source>%1: %2 new offers</source>
        <translation>%1: %2 neue Angebote</translation>
    </message>
    <message>
        <source>%1: %2 new, %3 changed, %4 the same.</source>
        <translation>%1: %2 neu, %3 geändert, %4 gleich.</translation>
    </message>
    <message>
        <source>%1: %2 rows checked</source>
        <translation>%1: %2 Zeilen angekreuzt</translation>
    </message>
    <message>
        <source>%1: %2 units a week, between %3 and %4, profit %5</source>
        <translation>%1: %2 Stück pro Woche, zwischen %3 und %4, Gewinn %5</translation>
    </message>
    <message>
        <source>%1: %2, via Approvals</source>
        <translation>%1: %2, über Freigaben</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n rows</source>
        <translation>
            <numerusform>%1: %n Zeile</numerusform>
            <numerusform>%1: %n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n week(s), %2 together, %3 in the period that is compared with</source>
        <translation>
            <numerusform>%1: %n Woche, %2 zusammen, %3 im Vergleichszeitraum</numerusform>
            <numerusform>%1: %n Wochen, %2 zusammen, %3 im Vergleichszeitraum</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: a number from %2 to %3, or nothing.</source>
        <translation>%1: eine Zahl von %2 bis %3, oder nichts.</translation>
    </message>
    <message>
        <source>%1: a number from %2 to %3.</source>
        <translation>%1: eine Zahl von %2 bis %3.</translation>
    </message>
    <message>
        <source>%1: the limits make %2 of it</source>
        <translation>%1: die Grenzen machen %2 daraus</translation>
    </message>
    <message>
        <source>%1: waiting</source>
        <translation>%1: wartet</translation>
    </message>
    <message>
        <source>%1: whole twos of blocks, like %2 or %3.</source>
        <translation>%1: ein Vielfaches von zwei Blöcken, etwa %2 oder %3.</translation>
    </message>
    <message>
        <source>%1: whole weeks, like 7 or 14.</source>
        <translation>%1: ganze Wochen, etwa 7 oder 14.</translation>
    </message>
    <message>
        <source>%1; %2.</source>
        <translation>%1; %2.</translation>
    </message>
    <message>
        <source>%1; error rates hold</source>
        <translation>%1; die Fehlerraten bleiben eingehalten</translation>
    </message>
    <message numerus="yes">
        <source>%n KVI</source>
        <translation>
            <numerusform>%n KVI</numerusform>
            <numerusform>%n KVI</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n Alarm</numerusform>
            <numerusform>%n Alarme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) are set up</source>
        <translation>
            <numerusform>%n Alarm ist eingerichtet</numerusform>
            <numerusform>%n Alarme sind eingerichtet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) dealt with · Ctrl+Z takes it back</source>
        <translation>
            <numerusform>%n Alarm erledigt · Strg+Z nimmt es zurück</numerusform>
            <numerusform>%n Alarme erledigt · Strg+Z nimmt es zurück</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) fired · 4 shows them</source>
        <translation>
            <numerusform>%n Alarm ausgelöst · 4 zeigt ihn</numerusform>
            <numerusform>%n Alarme ausgelöst · 4 zeigt sie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) put off until tomorrow · Ctrl+Z takes it back</source>
        <translation>
            <numerusform>%n Alarm auf morgen verschoben · Strg+Z nimmt es zurück</numerusform>
            <numerusform>%n Alarme auf morgen verschoben · Strg+Z nimmt es zurück</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n Versuch</numerusform>
            <numerusform>%n Versuche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n block(s)</source>
        <translation>
            <numerusform>%n Block</numerusform>
            <numerusform>%n Blöcke</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n block(s) of time</source>
        <translation>
            <numerusform>%n Zeitblock</numerusform>
            <numerusform>%n Zeitblöcke</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n competitor(s): median %1 within %2 … %3</source>
        <translation>
            <numerusform>%n Wettbewerber: Median %1 zwischen %2 … %3</numerusform>
            <numerusform>%n Wettbewerber: Median %1 zwischen %2 … %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) from its start</source>
        <translation>
            <numerusform>%n Tag ab seinem Beginn</numerusform>
            <numerusform>%n Tage ab seinem Beginn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) planned</source>
        <translation>
            <numerusform>%n Tag geplant</numerusform>
            <numerusform>%n Tage geplant</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decided by something else than profit, not added</source>
        <translation>
            <numerusform>%n nach anderem als Gewinn entschieden, nicht mitgezählt</numerusform>
            <numerusform>%n nach anderem als Gewinn entschieden, nicht mitgezählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decisions</source>
        <translation>
            <numerusform>%n Entscheidung</numerusform>
            <numerusform>%n Entscheidungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ended without a figure</source>
        <translation>
            <numerusform>%n endete ohne Zahl</numerusform>
            <numerusform>%n endeten ohne Zahl</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in other currencies not drawn</source>
        <translation>
            <numerusform>%n in anderer Währung nicht gezeichnet</numerusform>
            <numerusform>%n in anderen Währungen nicht gezeichnet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n list(s)</source>
        <translation>
            <numerusform>%n Liste</numerusform>
            <numerusform>%n Listen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n look(s)</source>
        <translation>
            <numerusform>%n Auswertung</numerusform>
            <numerusform>%n Auswertungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s)</source>
        <translation>
            <numerusform>%n Mail</numerusform>
            <numerusform>%n Mails</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n match(es) confirmed · Ctrl+Z takes it back</source>
        <translation>
            <numerusform>%n Zuordnung bestätigt · Strg+Z nimmt es zurück</numerusform>
            <numerusform>%n Zuordnungen bestätigt · Strg+Z nimmt es zurück</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n match(es) rejected · Ctrl+Z takes it back</source>
        <translation>
            <numerusform>%n Zuordnung abgelehnt · Strg+Z nimmt es zurück</numerusform>
            <numerusform>%n Zuordnungen abgelehnt · Strg+Z nimmt es zurück</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n offer(s)</source>
        <translation>
            <numerusform>%n Angebot</numerusform>
            <numerusform>%n Angebote</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n offer(s) confirmed · Ctrl+Z takes it back</source>
        <translation>
            <numerusform>%n Angebot bestätigt · Strg+Z nimmt zurück</numerusform>
            <numerusform>%n Angebote bestätigt · Strg+Z nimmt zurück</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n offer(s) rejected · Ctrl+Z takes it back</source>
        <translation>
            <numerusform>%n Angebot abgelehnt · Strg+Z nimmt zurück</numerusform>
            <numerusform>%n Angebote abgelehnt · Strg+Z nimmt zurück</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) of sites whose terms nobody has accepted</source>
        <translation>
            <numerusform>%n Seite von Websites, deren Bedingungen niemand angenommen hat</numerusform>
            <numerusform>%n Seiten von Websites, deren Bedingungen niemand angenommen hat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) outside their site's hours</source>
        <translation>
            <numerusform>%n Seite außerhalb der Stunden ihrer Website</numerusform>
            <numerusform>%n Seiten außerhalb der Stunden ihrer Website</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) wait for the budget</source>
        <translation>
            <numerusform>%n Seite wartet auf das Budget</numerusform>
            <numerusform>%n Seiten warten auf das Budget</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) would lose the price that is read today</source>
        <translation>
            <numerusform>%n Seite verlöre den Preis, der heute gelesen wird</numerusform>
            <numerusform>%n Seiten verlören den Preis, der heute gelesen wird</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n price(s)</source>
        <translation>
            <numerusform>%n Preis</numerusform>
            <numerusform>%n Preise</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) are held until %1, %2 at the latest: no cycle changes them meanwhile</source>
        <translation>
            <numerusform>%n Preis wird bis %1 gehalten, längstens bis %2: kein Zyklus ändert ihn inzwischen</numerusform>
            <numerusform>%n Preise werden bis %1 gehalten, längstens bis %2: kein Zyklus ändert sie inzwischen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) in %1 left out: no exchange rate in one of the periods.</source>
        <translation>
            <numerusform>%n Preis in %1 blieb außen vor: kein Wechselkurs in einem der Zeiträume.</numerusform>
            <numerusform>%n Preise in %1 blieben außen vor: kein Wechselkurs in einem der Zeiträume.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) left out: no VAT rate for their market and class.</source>
        <translation>
            <numerusform>%n Preis blieb außen vor: kein Steuersatz für seinen Markt und seine Klasse.</numerusform>
            <numerusform>%n Preise blieben außen vor: kein Steuersatz für ihren Markt und ihre Klasse.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) on their way through Approvals</source>
        <translation>
            <numerusform>%n Preis unterwegs durch die Freigaben</numerusform>
            <numerusform>%n Preise unterwegs durch die Freigaben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) pass the limits</source>
        <translation>
            <numerusform>%n Preis hält die Grenzen ein</numerusform>
            <numerusform>%n Preise halten die Grenzen ein</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) scored</source>
        <translation>
            <numerusform>%n Preis gewertet</numerusform>
            <numerusform>%n Preise gewertet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n price(s) wait in the queue.</source>
        <translation>
            <numerusform>%n Preis wartet auf Freigabe.</numerusform>
            <numerusform>%n Preise warten auf Freigabe.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n price(s), counted</source>
        <translation>
            <numerusform>%n Preis, mitgezählt</numerusform>
            <numerusform>%n Preise, mitgezählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prices left out: no exchange rate or VAT rate.</source>
        <translation>
            <numerusform>%n Preis blieb außen vor: kein Wechselkurs oder Steuersatz.</numerusform>
            <numerusform>%n Preise blieben außen vor: kein Wechselkurs oder Steuersatz.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n Produkt</numerusform>
            <numerusform>%n Produkte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s), counted</source>
        <translation>
            <numerusform>%n Produkt, gezählt</numerusform>
            <numerusform>%n Produkte, gezählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s)</source>
        <translation>
            <numerusform>%n Vorschlag</numerusform>
            <numerusform>%n Vorschläge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) taken back</source>
        <translation>
            <numerusform>%n Vorschlag zurückgenommen</numerusform>
            <numerusform>%n Vorschläge zurückgenommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s), each under the usual limits</source>
        <translation>
            <numerusform>%n Vorschlag, unter den üblichen Grenzen</numerusform>
            <numerusform>%n Vorschläge, jeder unter den üblichen Grenzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relation(s)</source>
        <translation>
            <numerusform>%n Beziehung</numerusform>
            <numerusform>%n Beziehungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rolled out</source>
        <translation>
            <numerusform>%n ausgerollt</numerusform>
            <numerusform>%n ausgerollt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) rejected</source>
        <translation>
            <numerusform>%n Zeile abgewiesen</numerusform>
            <numerusform>%n Zeilen abgewiesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows written to %1</source>
        <translation>
            <numerusform>%n Zeile nach %1 geschrieben</numerusform>
            <numerusform>%n Zeilen nach %1 geschrieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scenario(s)</source>
        <translation>
            <numerusform>%n Szenario</numerusform>
            <numerusform>%n Szenarien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n test(s)</source>
        <translation>
            <numerusform>%n Test</numerusform>
            <numerusform>%n Tests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n test(s) checked: all go on as they are</source>
        <translation>
            <numerusform>%n Test geprüft: er geht weiter wie bisher</numerusform>
            <numerusform>%n Tests geprüft: alle gehen weiter wie bisher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n test(s) could not be dealt with; all others were. It is tried again within the hour. %1</source>
        <translation>
            <numerusform>%n Test konnte nicht bearbeitet werden, alle anderen wurden es. Innerhalb der Stunde wird es wieder versucht. %1</numerusform>
            <numerusform>%n Tests konnten nicht bearbeitet werden, alle anderen wurden es. Innerhalb der Stunde wird es wieder versucht. %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n test(s) · found %1</source>
        <translation>
            <numerusform>%n Test · gefunden %1</numerusform>
            <numerusform>%n Tests · gefunden %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n test(s): %1 surely above zero, %2 surely below, all others can be nothing</source>
        <translation>
            <numerusform>%n Test: %1 sicher über null, %2 sicher darunter, bei allen übrigen ist auch keine Wirkung möglich</numerusform>
            <numerusform>%n Tests: %1 sicher über null, %2 sicher darunter, bei allen übrigen ist auch keine Wirkung möglich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n too early</source>
        <translation>
            <numerusform>%n zu früh</numerusform>
            <numerusform>%n zu früh</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for a decision</source>
        <translation>
            <numerusform>%n wartet auf eine Entscheidung</numerusform>
            <numerusform>%n warten auf eine Entscheidung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for people</source>
        <translation>
            <numerusform>%n wartet auf Menschen</numerusform>
            <numerusform>%n warten auf Menschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n webhook(s)</source>
        <translation>
            <numerusform>%n Webhook</numerusform>
            <numerusform>%n Webhooks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n Woche</numerusform>
            <numerusform>%n Wochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) before</source>
        <translation>
            <numerusform>%n Woche davor</numerusform>
            <numerusform>%n Wochen davor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were refused, the first because: %1</source>
        <translation>
            <numerusform>%n wurde abgelehnt, weil: %1</numerusform>
            <numerusform>%n wurden abgelehnt, der erste, weil: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a rate, not in sums</source>
        <translation>
            <numerusform>%n ohne Kurs, nicht in den Summen</numerusform>
            <numerusform>%n ohne Kurs, nicht in den Summen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n zone(s)</source>
        <translation>
            <numerusform>%n Zone</numerusform>
            <numerusform>%n Zonen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%n texts were too long for a cell and were cut)</source>
        <translation>
            <numerusform>(%n Text war zu lang für eine Zelle und wurde gekürzt)</numerusform>
            <numerusform>(%n Texte waren zu lang für eine Zelle und wurden gekürzt)</numerusform>
        </translation>
    </message>
    <message>
        <source>(Revenue − units × replacement cost on their day) ÷ revenue, net of VAT, over the last seven days that sales cover. Only sales whose cost is known.</source>
        <translation>(Umsatz − Stück × Wiederbeschaffungskosten an ihrem Tag) ÷ Umsatz, ohne Mehrwertsteuer, über die letzten sieben Tage, die die Verkäufe abdecken. Nur Verkäufe mit bekannten Kosten.</translation>
    </message>
    <message>
        <source>(the lowest)</source>
        <translation>(der niedrigste)</translation>
    </message>
    <message>
        <source>+ −</source>
        <translation>+ −</translation>
    </message>
    <message>
        <source>, %1 of them held by quiet hours</source>
        <translation>, davon %1 durch Ruhezeiten zurückgehalten</translation>
    </message>
    <message>
        <source>, weak: %1</source>
        <translation>, schwach: %1</translation>
    </message>
    <message>
        <source>--{option} needs a value.</source>
        <translation>--{option} braucht einen Wert.</translation>
    </message>
    <message>
        <source>--{option} takes NAME=VALUE, not "{value}".</source>
        <translation>--{option} nimmt NAME=WERT, nicht „{value}“.</translation>
    </message>
    <message>
        <source>--{option} takes no value.</source>
        <translation>--{option} nimmt keinen Wert.</translation>
    </message>
    <message>
        <source>/  Ctrl+F</source>
        <translation>/  Strg+F</translation>
    </message>
    <message>
        <source>06:30</source>
        <translation>06:30</translation>
    </message>
    <message>
        <source>1  2</source>
        <translation>1  2</translation>
    </message>
    <message>
        <source>1 batch waits</source>
        <translation>1 Preispaket wartet</translation>
    </message>
    <message>
        <source>1 cell would change</source>
        <translation>1 Zelle würde sich ändern</translation>
    </message>
    <message>
        <source>1 entry fits</source>
        <translation>1 Eintrag passt</translation>
    </message>
    <message>
        <source>1 failed</source>
        <translation>1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>1 label</source>
        <translation>1 Etikett</translation>
    </message>
    <message>
        <source>1 law</source>
        <translation>1 Gesetz</translation>
    </message>
    <message>
        <source>1 more file waits</source>
        <translation>1 weitere Datei wartet</translation>
    </message>
    <message>
        <source>1 price</source>
        <translation>1 Preis</translation>
    </message>
    <message>
        <source>1 price approved</source>
        <translation>1 Preis freigegeben</translation>
    </message>
    <message>
        <source>1 price in another currency is left out.</source>
        <translation>1 Preis in einer anderen Währung bleibt außen vor.</translation>
    </message>
    <message>
        <source>1 price is not live as it should be</source>
        <translation>1 Preis ist nicht live, wie er sein sollte</translation>
    </message>
    <message>
        <source>1 price moved in</source>
        <translation>1 Preis hereingeholt</translation>
    </message>
    <message>
        <source>1 price put back</source>
        <translation>1 Preis zurückgesetzt</translation>
    </message>
    <message>
        <source>1 price released</source>
        <translation>1 Preis ausgeliefert</translation>
    </message>
    <message>
        <source>1 price sent to Approvals · U takes back</source>
        <translation>1 Preis zur Freigabe geschickt · U nimmt zurück</translation>
    </message>
    <message>
        <source>1 price stayed out and waits as before. </source>
        <translation>1 Preis blieb draußen und wartet wie zuvor. </translation>
    </message>
    <message>
        <source>1 price waits in Approvals.</source>
        <translation>1 Preis wartet unter Freigaben.</translation>
    </message>
    <message>
        <source>1 price was changed again since</source>
        <translation>1 Preis wurde seitdem wieder geändert</translation>
    </message>
    <message>
        <source>1 price was changed again since and stays as it is.</source>
        <translation>1 Preis wurde seitdem wieder geändert und bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>1 promotion planned · U takes back</source>
        <translation>1 Aktion geplant · U nimmt zurück</translation>
    </message>
    <message>
        <source>1 proposal taken back</source>
        <translation>1 Vorschlag zurückgenommen</translation>
    </message>
    <message>
        <source>1 row copied</source>
        <translation>1 Zeile kopiert</translation>
    </message>
    <message>
        <source>1 row in focus</source>
        <translation>1 Zeile im Fokus</translation>
    </message>
    <message>
        <source>1 row is back</source>
        <translation>1 Zeile ist zurück</translation>
    </message>
    <message>
        <source>1 row put off · see “Put off”</source>
        <translation>1 Zeile zurückgestellt · siehe „Zurückgestellt“</translation>
    </message>
    <message>
        <source>1 row selected</source>
        <translation>1 Zeile gewählt</translation>
    </message>
    <message>
        <source>1 rule</source>
        <translation>1 Regel</translation>
    </message>
    <message>
        <source>1 stays out: </source>
        <translation>1 bleibt draußen: </translation>
    </message>
    <message>
        <source>1 … 5  Ctrl+Tab</source>
        <translation>1 … 5  Strg+Tab</translation>
    </message>
    <message>
        <source>2 floor</source>
        <translation>2 Untergrenze</translation>
    </message>
    <message>
        <source>2026-01-31</source>
        <translation>2026-01-31</translation>
    </message>
    <message>
        <source>2026-01-31, or the next release</source>
        <translation>2026-01-31, oder die nächste Auslieferung</translation>
    </message>
    <message>
        <source>3 cap</source>
        <translation>3 Kappung</translation>
    </message>
    <message>
        <source>3/31/2026, month first</source>
        <translation>3/31/2026, Monat zuerst</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>31/3/2026, day first</source>
        <translation>31/3/2026, Tag zuerst</translation>
    </message>
    <message>
        <source>4 step</source>
        <translation>4 Schritt</translation>
    </message>
    <message>
        <source>5 approval</source>
        <translation>5 Freigabe</translation>
    </message>
    <message>
        <source>6 ending</source>
        <translation>6 Endung</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>90 %</source>
        <translation>90 %</translation>
    </message>
    <message>
        <source>90 % interval</source>
        <translation>90-%-Intervall</translation>
    </message>
    <message numerus="yes">
        <source>90 % interval, %n test(s)</source>
        <translation>
            <numerusform>90-%-Intervall, %n Test</numerusform>
            <numerusform>90-%-Intervall, %n Tests</numerusform>
        </translation>
    </message>
    <message>
        <source>90 % intervals · demand of %1</source>
        <translation>90-%-Intervalle · Nachfrage vom %1</translation>
    </message>
    <message>
        <source>95 % always-valid</source>
        <translation>95 %, jederzeit gültig</translation>
    </message>
    <message>
        <source>95 % between %1 and %2</source>
        <translation>95 % zwischen %1 und %2</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>95 % of answers, 24 hours</source>
        <translation>95 % der Antworten, 24 Stunden</translation>
    </message>
    <message numerus="yes">
        <source>; %n pending proposal(s) fall away with the next cycle</source>
        <translation>
            <numerusform>; %n offener Vorschlag entfällt mit dem nächsten Zyklus</numerusform>
            <numerusform>; %n offene Vorschläge entfallen mit dem nächsten Zyklus</numerusform>
        </translation>
    </message>
    <message>
        <source>; the last: %1</source>
        <translation>; der letzte: %1</translation>
    </message>
    <message>
        <source>A &lt;= 0.9 * B</source>
        <translation>A &lt;= 0,9 * B</translation>
    </message>
    <message>
        <source>A JSON object (text in braces) was expected.</source>
        <translation>Erwartet wurde ein JSON-Objekt (Text in geschweiften Klammern).</translation>
    </message>
    <message>
        <source>A SKU, a product, a decision, an offer, or what you want to do</source>
        <translation>Ein Artikel, eine Entscheidung, ein Angebot oder was Sie tun wollen</translation>
    </message>
    <message>
        <source>A SKU, or the beginning of one: OJ-*</source>
        <translation>Eine Artikelnummer oder ihr Anfang: OJ-*</translation>
    </message>
    <message>
        <source>A VAT rate lies between 0 and 100 %. Nothing was changed.</source>
        <translation>Ein Steuersatz liegt zwischen 0 und 100 %. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>A batch needs a name and an owner.</source>
        <translation>Ein Preispaket braucht einen Namen und einen Eigentümer.</translation>
    </message>
    <message>
        <source>A change of {change} is beyond what this role may approve ({limit}). Somebody with a higher role must decide.</source>
        <translation>Eine Änderung um {change} übersteigt, was diese Rolle freigeben darf ({limit}). Jemand mit höherer Rolle muss entscheiden.</translation>
    </message>
    <message>
        <source>A change was begun within another one. Nothing was written. This is a fault of the program: please report it.</source>
        <translation>Eine Änderung wurde in einer anderen begonnen. Nichts wurde geschrieben. Das ist ein Fehler des Programms: Bitte melden Sie ihn.</translation>
    </message>
    <message>
        <source>A change was made outside a transaction. Nothing was written. This is a fault of the program: please report it.</source>
        <translation>Eine Änderung wurde außerhalb einer Transaktion vorgenommen. Nichts wurde geschrieben. Das ist ein Fehler des Programms: Bitte melden Sie ihn.</translation>
    </message>
    <message>
        <source>A change with a larger expected loss, in the workspace's currency, goes to a human; 0 sets no limit.</source>
        <translation>Eine Änderung mit größerem erwartetem Verlust, in der Währung des Arbeitsbereichs, geht an einen Menschen; 0 setzt keine Grenze.</translation>
    </message>
    <message>
        <source>A change with less confidence goes to a human.</source>
        <translation>Eine Änderung mit weniger Zuversicht geht an einen Menschen.</translation>
    </message>
    <message>
        <source>A code must not be empty, and must not begin or end with a space. Nothing was changed.</source>
        <translation>Ein Kürzel darf nicht leer sein und nicht mit einem Leerzeichen beginnen oder enden. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>A column holds more than {most} different names, {name} among them. Is it the right column? Nothing was analyzed.</source>
        <translation>Eine Spalte enthält mehr als {most} verschiedene Namen, darunter {name}. Ist es die richtige Spalte? Es wurde nichts ausgewertet.</translation>
    </message>
    <message>
        <source>A competitor needs a code.</source>
        <translation>Ein Wettbewerber braucht ein Kürzel.</translation>
    </message>
    <message>
        <source>A competitor reference that falls this far in 7 days is a price war.</source>
        <translation>Fällt der Wettbewerbsbezug in 7 Tagen so weit, ist es ein Preiskrieg.</translation>
    </message>
    <message>
        <source>A cost is below zero. Give what a unit costs, 0 or more.</source>
        <translation>Eine Kostenangabe liegt unter null. Geben Sie an, was eine Einheit kostet: 0 oder mehr.</translation>
    </message>
    <message>
        <source>A cut lies between 1 and 99 percent.</source>
        <translation>Eine Senkung liegt zwischen 1 und 99 Prozent.</translation>
    </message>
    <message>
        <source>A cycle cannot end as: {state}.</source>
        <translation>Ein Zyklus kann nicht so enden: {state}.</translation>
    </message>
    <message>
        <source>A cycle runs by its schedule</source>
        <translation>Ein Zyklus läuft nach Zeitplan</translation>
    </message>
    <message>
        <source>A day is written as 2026-01-31, a time as 06:30.</source>
        <translation>Ein Tag wird 2026-01-31 geschrieben, eine Zeit 06:30.</translation>
    </message>
    <message>
        <source>A day is written as 2026-01-31.</source>
        <translation>Ein Tag wird 2026-01-31 geschrieben.</translation>
    </message>
    <message>
        <source>A decision mixes currencies. Nothing was saved. This is a fault of the program: please report it.</source>
        <translation>Eine Entscheidung mischt Währungen. Nichts wurde gespeichert. Das ist ein Fehler des Programms: Bitte melden Sie ihn.</translation>
    </message>
    <message>
        <source>A decision on {sku} has no id. Nothing was saved. This is a fault of the program: please report it.</source>
        <translation>Eine Entscheidung zu {sku} hat keine Kennung. Nichts wurde gespeichert. Das ist ein Fehler des Programms: Bitte melden Sie ihn.</translation>
    </message>
    <message>
        <source>A delegation ends at a time to come, within a year. Nothing was changed.</source>
        <translation>Eine Vertretung endet zu einer kommenden Zeit, innerhalb eines Jahres. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>A digit checks the rows; then A approves them, R rejects them.</source>
        <translation>Eine Ziffer kreuzt die Zeilen an; dann gibt A sie frei, R lehnt sie ab.</translation>
    </message>
    <message>
        <source>A digit rejects. Tab: comment, then Enter.</source>
        <translation>Eine Ziffer lehnt ab. Tab: Kommentar, dann Eingabe.</translation>
    </message>
    <message>
        <source>A draft: no price has changed. S registers and starts it, E changes it.</source>
        <translation>Ein Entwurf: Kein Preis hat sich geändert. S schreibt ihn fest und startet ihn, E ändert ihn.</translation>
    </message>
    <message>
        <source>A drawn price stays for this time, so that sales can answer it.</source>
        <translation>So lange bleibt ein gezogener Preis, damit der Absatz auf ihn antworten kann.</translation>
    </message>
    <message>
        <source>A feed is prisync, json, xml or table, not "{value}". Nothing was changed.</source>
        <translation>Ein Feed ist prisync, json, xml oder table, nicht „{value}“. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>A feed is pulled every 1 to 527,040 minutes, with 1 to 6,000 requests a minute. Nothing was changed.</source>
        <translation>Ein Feed wird alle 1 bis 527.040 Minuten abgerufen, mit 1 bis 6.000 Abfragen je Minute. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>A field that is required has no column yet: choose one, or one value for all rows.</source>
        <translation>Ein nötiges Feld hat noch keine Spalte: eine wählen, oder einen Wert für alle Zeilen.</translation>
    </message>
    <message>
        <source>A first price needs a cost: without it nobody knows what it earns.</source>
        <translation>Ein erster Preis braucht Kosten: ohne sie weiß niemand, was er einbringt.</translation>
    </message>
    <message>
        <source>A first price needs a cost: without it nobody knows what it earns. Nothing was added.</source>
        <translation>Ein erster Preis braucht Kosten: ohne sie weiß niemand, was er einbringt. Es wurde nichts angelegt.</translation>
    </message>
    <message>
        <source>A floor of revenue or profit is a change in percent of what it is today, from -100 to 900. Nothing was planned.</source>
        <translation>Eine Untergrenze für Umsatz oder Gewinn ist eine Änderung in Prozent des heutigen Werts, von -100 bis 900. Nichts wurde geplant.</translation>
    </message>
    <message>
        <source>A folder needs no key.</source>
        <translation>Ein Ordner braucht keinen Schlüssel.</translation>
    </message>
    <message>
        <source>A journal entry ({kind}) was made outside a transaction. Nothing was written. This is a fault of the program: please report it.</source>
        <translation>Ein Journaleintrag ({kind}) wurde außerhalb einer Transaktion gemacht. Nichts wurde geschrieben. Das ist ein Fehler des Programms: Bitte melden Sie ihn.</translation>
    </message>
    <message>
        <source>A kept scenario cannot be read.</source>
        <translation>Ein aufbewahrtes Szenario lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>A key has plain characters only, at most 4,096.</source>
        <translation>Ein Schlüssel hat nur einfache Zeichen, höchstens 4.096.</translation>
    </message>
    <message>
        <source>A larger change against the price in force needs approval.</source>
        <translation>Eine größere Änderung gegen den geltenden Preis braucht eine Genehmigung.</translation>
    </message>
    <message>
        <source>A larger change within 24 hours needs approval.</source>
        <translation>Eine größere Änderung innerhalb von 24 Stunden braucht eine Genehmigung.</translation>
    </message>
    <message>
        <source>A larger change within 7 days needs approval.</source>
        <translation>Eine größere Änderung innerhalb von 7 Tagen braucht eine Genehmigung.</translation>
    </message>
    <message>
        <source>A larger median change halts the cycle.</source>
        <translation>Eine größere mittlere Änderung hält den Zyklus an.</translation>
    </message>
    <message>
        <source>A larger share of all listings changing at once halts the cycle, from 20 listings on.</source>
        <translation>Ändert sich ein größerer Teil aller Preise auf einmal, hält der Zyklus an, ab 20 Preisen.</translation>
    </message>
    <message>
        <source>A level, power or share must lie between 0 and 1 (between 0 and 100 where it is in percent), and power above the level. Nothing was computed.</source>
        <translation>Ein Niveau, eine Teststärke oder ein Anteil muss zwischen 0 und 1 liegen (zwischen 0 und 100, wo in Prozent), und die Teststärke über dem Niveau. Nichts wurde berechnet.</translation>
    </message>
    <message>
        <source>A lift of %1 % would be found in %2 % of such tests; %3 % are asked for.</source>
        <translation>Eine Veränderung von %1 % fänden %2 % solcher Tests; verlangt sind %3 %.</translation>
    </message>
    <message>
        <source>A lift that is certainly smaller than this is called equivalent</source>
        <translation>Eine Wirkung, die sicher kleiner ist, heißt gleichwertig</translation>
    </message>
    <message>
        <source>A limit of an index lies between -100 and 100 %, against competitors between -1000 and 1000 %. Nothing was planned.</source>
        <translation>Eine Grenze für einen Index liegt zwischen -100 und 100 %, gegen Wettbewerber zwischen -1000 und 1000 %. Nichts wurde geplant.</translation>
    </message>
    <message>
        <source>A listing that is counted has no cost (number {listing}), so its profit cannot be told. Nothing was decided; import the cost, or test by revenue or units.</source>
        <translation>Ein Artikel, der gezählt wird, hat in seiner Zone keine Einstandskosten (Nummer {listing}), sein Gewinn lässt sich also nicht sagen. Es wurde nichts entschieden; importieren Sie die Kosten, oder testen Sie nach Umsatz oder Stück.</translation>
    </message>
    <message>
        <source>A makes %1 the champion</source>
        <translation>A macht %1 zum Champion</translation>
    </message>
    <message>
        <source>A makes %1 the champion: %2</source>
        <translation>A macht %1 zum Champion: %2</translation>
    </message>
    <message>
        <source>A manager changes price zones.</source>
        <translation>Preiszonen ändert eine Führungskraft.</translation>
    </message>
    <message>
        <source>A margin exception needs a reason (clearance, near_expiry, loss_leader), a period that ends after it begins, and somebody who approves it.</source>
        <translation>Eine Margenausnahme braucht einen Grund (clearance, near_expiry, loss_leader), einen Zeitraum, der nach seinem Beginn endet, und jemanden, der sie freigibt.</translation>
    </message>
    <message>
        <source>A margin lies below 100 %.</source>
        <translation>Eine Marge liegt unter 100 %.</translation>
    </message>
    <message>
        <source>A new champion needs a reason: it stands in the journal. Nothing was changed.</source>
        <translation>Ein neuer Champion braucht einen Grund: er steht im Journal. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>A newer decision on the same price has taken this one's place.</source>
        <translation>Eine neuere Entscheidung zum selben Preis ist an ihre Stelle getreten.</translation>
    </message>
    <message>
        <source>A number of price changes is 0 or more. Nothing was planned.</source>
        <translation>Eine Anzahl von Preisänderungen ist 0 oder mehr. Nichts wurde geplant.</translation>
    </message>
    <message>
        <source>A pack needs at least one piece and a positive content. Nothing was changed.</source>
        <translation>Eine Packung braucht mindestens ein Stück und einen positiven Inhalt. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>A price above this share of the competitor reference is blocked.</source>
        <translation>Ein Preis über diesem Anteil des Wettbewerbsbezugs wird gesperrt.</translation>
    </message>
    <message>
        <source>A price must be in the currency of its price zone. Nothing was changed.</source>
        <translation>Ein Preis muss in der Währung seiner Preiszone stehen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>A price must be positive. Nothing was changed.</source>
        <translation>Ein Preis muss positiv sein. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>A price must not depend on "{segment}": {reason}. Lawful segments are contract, loyalty, quantity, channel and market. The rules are as they were.</source>
        <translation>Ein Preis darf nicht von „{segment}“ abhängen: {reason}. Erlaubte Segmente sind contract, loyalty, quantity, channel und market. Die Regeln sind, wie sie waren.</translation>
    </message>
    <message>
        <source>A price must not end before it begins. Nothing was changed.</source>
        <translation>Ein Preis darf nicht enden, bevor er beginnt. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>A price promotion needs a price, or a cut in percent.</source>
        <translation>Eine Preisaktion braucht einen Preis oder eine Senkung in Prozent.</translation>
    </message>
    <message>
        <source>A price that you try: F2 types it, Ctrl+D fills it down, S sends it to Approvals.</source>
        <translation>Ein Preis, den Sie ausprobieren: F2 tippt ihn, Strg+D füllt nach unten, S schickt ihn zur Freigabe.</translation>
    </message>
    <message>
        <source>A pricing cycle cannot be started, because {path} cannot be written. Nothing was changed. Make the workspace's folder writable.</source>
        <translation>Ein Preiszyklus kann nicht beginnen, weil {path} nicht geschrieben werden kann. Nichts wurde geändert. Machen Sie den Ordner der Arbeitsmappe beschreibbar.</translation>
    </message>
    <message>
        <source>A pricing cycle is already running on this workspace ({program}, process {process} on {computer}). Nothing was changed. Wait until it has ended.</source>
        <translation>Ein Preiszyklus läuft schon auf dieser Arbeitsmappe ({program}, Prozess {process} auf {computer}). Nichts wurde geändert. Warten Sie, bis er beendet ist.</translation>
    </message>
    <message>
        <source>A product is sold in at least one price zone. Nothing was added.</source>
        <translation>Ein Produkt wird in mindestens einer Preiszone verkauft. Es wurde nichts angelegt.</translation>
    </message>
    <message>
        <source>A promotion lasts {days} days at most. A lasting change is a new regular price.</source>
        <translation>Eine Aktion dauert höchstens {days} Tage. Eine dauerhafte Änderung ist ein neuer Regelpreis.</translation>
    </message>
    <message>
        <source>A promotion of this kind begins on {day} already. Nothing was planned.</source>
        <translation>Eine Aktion dieser Art beginnt schon am {day}. Es wurde nichts geplant.</translation>
    </message>
    <message>
        <source>A proof of %1 entries was written to %2. Send it, and give its reader the fingerprint %3 by another way: one command checks it.</source>
        <translation>Ein Beleg mit %1 Einträgen wurde nach %2 geschrieben. Senden Sie ihn, und geben Sie dem Leser den Fingerabdruck %3 auf anderem Weg: Ein Befehl prüft ihn.</translation>
    </message>
    <message>
        <source>A proxy of {host} is no address such as http://proxy.example:3128, or it holds a password, which belongs into no workspace. Nothing was changed.</source>
        <translation>Ein Proxy von {host} ist keine Adresse wie http://proxy.example:3128, oder er enthält ein Passwort, das in keinen Arbeitsbereich gehört. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>A rate can be given with 0 to 60 decimal places, not {places}.</source>
        <translation>Ein Kurs kann mit 0 bis 60 Nachkommastellen angegeben werden, nicht mit {places}.</translation>
    </message>
    <message>
        <source>A ratio of logarithms needs outcomes above 0, and unit {cluster} has one that is not. Nothing was computed; take the relative effect instead.</source>
        <translation>Ein Verhältnis von Logarithmen braucht Ergebnisse über 0, und Einheit {cluster} hat eines, das es nicht ist. Es wurde nichts berechnet; nehmen Sie stattdessen die relative Wirkung.</translation>
    </message>
    <message>
        <source>A replacement cost that is older is stale.</source>
        <translation>Ältere Wiederbeschaffungskosten sind veraltet.</translation>
    </message>
    <message>
        <source>A revenue target is positive, a margin lies between 0 and 100 %, an index between 0 and 1000. Nothing was changed.</source>
        <translation>Ein Umsatzziel ist positiv, eine Marge liegt zwischen 0 und 100 %, ein Index zwischen 0 und 1000. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>A role is KVI, foreground, background or tail.</source>
        <translation>Eine Rolle ist KVI, Vordergrund, Hintergrund oder Randsortiment.</translation>
    </message>
    <message>
        <source>A round over this workspace's market is under way already (process {pid} on {host}, which holds {file}). Nothing was asked, and nothing changed; run it again once that one is over.</source>
        <translation>Eine Runde über den Markt dieses Arbeitsbereichs läuft schon (Prozess {pid} auf {host}, der {file} hält). Nichts wurde abgefragt und nichts geändert; starten Sie sie erneut, wenn jene vorbei ist.</translation>
    </message>
    <message>
        <source>A rule needs an id. The rules are as they were.</source>
        <translation>Eine Regel braucht eine Kennung. Die Regeln sind, wie sie waren.</translation>
    </message>
    <message>
        <source>A running test may let more units in, and nothing else: its {what} would change, and units would see another price than before. Nothing was changed.</source>
        <translation>Ein laufender Test darf mehr Einheiten aufnehmen, sonst nichts: {what} würde sich ändern, und Einheiten sähen einen anderen Preis als zuvor. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>A scenario is kept under a name. Nothing was kept.</source>
        <translation>Ein Szenario wird unter einem Namen aufbewahrt. Nichts wurde aufbewahrt.</translation>
    </message>
    <message>
        <source>A secret has at most {limit} bytes. Nothing was changed.</source>
        <translation>Ein Geheimnis hat höchstens {limit} Byte. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>A service is asked over https.</source>
        <translation>Ein Dienst wird über https gefragt.</translation>
    </message>
    <message>
        <source>A service shaped like Prisync's</source>
        <translation>Ein Dienst wie der von Prisync</translation>
    </message>
    <message>
        <source>A share of {share} % with a lift of {lift} % would be {treated} %, and no share is above 100 % or below 0. Nothing was computed; plan for a smaller lift.</source>
        <translation>Ein Anteil von {share} % mit einer Steigerung von {lift} % wäre {treated} %, und kein Anteil liegt über 100 % oder unter 0. Nichts wurde berechnet; planen Sie eine kleinere Steigerung.</translation>
    </message>
    <message>
        <source>A source needs a code and a positive freshness limit.</source>
        <translation>Eine Quelle braucht ein Kürzel und eine positive Frischegrenze.</translation>
    </message>
    <message>
        <source>A standard error is not positive.</source>
        <translation>Ein Standardfehler ist nicht positiv.</translation>
    </message>
    <message>
        <source>A standard error must be a positive number: without it nobody can say how sure a figure is. Nothing was computed.</source>
        <translation>Ein Standardfehler muss eine positive Zahl sein: Ohne ihn kann niemand sagen, wie sicher eine Zahl ist. Es wurde nichts berechnet.</translation>
    </message>
    <message>
        <source>A stored decision cannot be read ({what}).</source>
        <translation>Eine gespeicherte Entscheidung kann nicht gelesen werden ({what}).</translation>
    </message>
    <message>
        <source>A switchback is judged from what each unit brought day by day: experiment panel FILE --design switchback --unit REGION --time DAY --value REVENUE --treated ARM --start DAY, with the columns of the file. Nothing was analyzed.</source>
        <translation>Ein Wechsel in Zeitblöcken wird daran beurteilt, was jede Einheit Tag für Tag brachte: experiment panel DATEI --design switchback --unit REGION --time TAG --value UMSATZ --treated ARM --start TAG, mit den Spalten der Datei. Es wurde nichts ausgewertet.</translation>
    </message>
    <message>
        <source>A table is still being written.</source>
        <translation>Eine Tabelle wird noch geschrieben.</translation>
    </message>
    <message>
        <source>A target lies above zero. An empty cell takes it away.</source>
        <translation>Ein Ziel liegt über null. Eine leere Zelle nimmt es weg.</translation>
    </message>
    <message>
        <source>A test for no difference at all cannot be planned: name the lift that it is to find.</source>
        <translation>Ein Test auf gar keinen Unterschied lässt sich nicht planen: nennen Sie die Veränderung, die er finden soll.</translation>
    </message>
    <message>
        <source>A test gives some of your zones a new price while the others keep theirs, and tells what the difference earns and how sure that is, however often you look. It begins with a part of them, stops by itself when harm is certain, and puts prices back when nobody decides.</source>
        <translation>Ein Test gibt einigen Ihrer Zonen einen neuen Preis, während die anderen ihren behalten, und sagt, was der Unterschied einbringt und wie sicher das ist, so oft Sie auch nachsehen. Er beginnt mit einem Teil von ihnen, hält von selbst an, wenn ein Schaden sicher ist, und setzt die Preise zurück, wenn niemand entscheidet.</translation>
    </message>
    <message>
        <source>A test is planned from one row at a time</source>
        <translation>Ein Test wird aus einer Zeile nach der anderen geplant</translation>
    </message>
    <message>
        <source>A test may not choose people by "{segment}". Contract, loyalty, quantity, channel and market may be used. Nothing was changed.</source>
        <translation>Ein Test darf Menschen nicht nach „{segment}“ auswählen. Erlaubt sind Vertrag, Kundenbindung, Menge, Kanal und Markt. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>A test of a model has no new prices: the model makes them.</source>
        <translation>Ein Modelltest hat keine neuen Preise: Das Modell macht sie.</translation>
    </message>
    <message>
        <source>A text anywhere in an entry: a comment, a file's name, an id (/ or Ctrl+F)</source>
        <translation>Ein Text irgendwo in einem Eintrag: ein Kommentar, ein Dateiname, eine Kennung (/ oder Strg+F)</translation>
    </message>
    <message>
        <source>A text in the entry</source>
        <translation>Ein Text im Eintrag</translation>
    </message>
    <message>
        <source>A unit buys or does not (--share), or brings more or less (--mean and --sd): give one of the two.</source>
        <translation>Eine Einheit kauft oder kauft nicht (--share), oder sie bringt mehr oder weniger (--mean und --sd): geben Sie eines von beiden an.</translation>
    </message>
    <message>
        <source>A unit has no sales before the test to be compared with. Nothing was started.</source>
        <translation>Eine Einheit hat vor dem Test keine Verkäufe, mit denen sich vergleichen ließe. Es wurde nichts gestartet.</translation>
    </message>
    <message>
        <source>A value of this problem is not a number, or is infinite.</source>
        <translation>Ein Wert dieser Aufgabe ist keine Zahl oder unendlich.</translation>
    </message>
    <message>
        <source>A version of the model can be tested by zones only. Nothing was changed.</source>
        <translation>Eine Version des Modells kann nur nach Zonen getestet werden. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>A week</source>
        <translation>Je Woche</translation>
    </message>
    <message>
        <source>A weight is negative.</source>
        <translation>Ein Gewicht ist negativ.</translation>
    </message>
    <message>
        <source>A whole number from 1 to %1.</source>
        <translation>Eine ganze Zahl von 1 bis %1.</translation>
    </message>
    <message>
        <source>A workbook for buyers: new price, reason and comment are open, the rest is locked. Ctrl+I reads it back as a difference, through the guardrails.</source>
        <translation>Eine Mappe für Einkäufer: neuer Preis, Grund und Kommentar sind offen, der Rest ist gesperrt. Strg+I liest sie als Unterschied zurück, durch die Leitplanken.</translation>
    </message>
    <message>
        <source>A workbook holds at most {most} rows. Nothing was written to {path}: choose CSV, or filter the table.</source>
        <translation>Eine Mappe fasst höchstens {most} Zeilen. Nach {path} wurde nichts geschrieben: Wählen Sie CSV, oder filtern Sie die Tabelle.</translation>
    </message>
    <message>
        <source>A workspace is one file with products, costs, sales, competitor prices and every decision. Open one here, or make one: “installer/start” sets up the sample, “pricewright-engine --workspace FILE init” an empty one.</source>
        <translation>Eine Arbeitsmappe ist eine Datei mit Artikeln, Kosten, Verkäufen, Wettbewerberpreisen und jeder Entscheidung. Öffnen Sie hier eine, oder legen Sie eine an: „installer/start“ richtet das Beispiel ein, „pricewright-engine --workspace FILE init“ eine leere.</translation>
    </message>
    <message>
        <source>A workspace needs a name. Nothing was made.</source>
        <translation>Eine Arbeitsmappe braucht einen Namen. Nichts wurde angelegt.</translation>
    </message>
    <message>
        <source>A zone needs a code and a currency.</source>
        <translation>Eine Zone braucht einen Code und eine Währung.</translation>
    </message>
    <message>
        <source>A/B tests</source>
        <translation>A/B-Tests</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Betrifft</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Accept or refuse a site's terms…</source>
        <translation>Bedingungen einer Website annehmen oder ablehnen…</translation>
    </message>
    <message>
        <source>Accept the terms of %1 (now: %2)</source>
        <translation>Bedingungen von %1 annehmen (jetzt: %2)</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Add as challenger</source>
        <translation>Als Herausforderer anlegen</translation>
    </message>
    <message>
        <source>Address or folder</source>
        <translation>Adresse oder Ordner</translation>
    </message>
    <message>
        <source>Adjusted</source>
        <translation>Bereinigt</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>After against before</source>
        <translation>Nachher gegen vorher</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>Again after hours</source>
        <translation>Wieder nach Stunden</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>Gegen</translation>
    </message>
    <message>
        <source>Against before</source>
        <translation>Gegen vorher</translation>
    </message>
    <message>
        <source>Against competitors, %</source>
        <translation>Gegen Wettbewerber, %</translation>
    </message>
    <message>
        <source>Against the index of 7 days ago</source>
        <translation>Gegen den Index von vor 7 Tagen</translation>
    </message>
    <message>
        <source>Against the period that is compared with</source>
        <translation>Gegen den Vergleichszeitraum</translation>
    </message>
    <message>
        <source>Against the same days 52 weeks before</source>
        <translation>Gegen dieselben Tage 52 Wochen zuvor</translation>
    </message>
    <message>
        <source>Against the version before</source>
        <translation>Gegen die Fassung davor</translation>
    </message>
    <message>
        <source>Against their price before</source>
        <translation>Gegen deren Preis zuvor</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Alerts and what they found</source>
        <translation>Alarme und was sie fanden</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All %1 entries</source>
        <translation>Alle %1 Einträge</translation>
    </message>
    <message>
        <source>All %1 entries are what was written, and the signed head outside the file agrees, up to entry %2.</source>
        <translation>Alle %1 Einträge sind, was geschrieben wurde, und der signierte Kopf außerhalb der Datei stimmt damit überein, bis Eintrag %2.</translation>
    </message>
    <message>
        <source>All %1 entries are what was written. There is no signed head outside the file to compare the end with.</source>
        <translation>Alle %1 Einträge sind, was geschrieben wurde. Es gibt keinen signierten Kopf außerhalb der Datei, mit dem das Ende verglichen werden könnte.</translation>
    </message>
    <message numerus="yes">
        <source>All %n rows shown</source>
        <translation>
            <numerusform>Die %n gezeigte Zeile</numerusform>
            <numerusform>Alle %n gezeigten Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>All about this</source>
        <translation>Alles dazu</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>Alle Aktionen</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Alle Kategorien</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>Alle Zeilen</translation>
    </message>
    <message>
        <source>All of them a week</source>
        <translation>Alle zusammen pro Woche</translation>
    </message>
    <message>
        <source>All prices</source>
        <translation>Alle Preise</translation>
    </message>
    <message>
        <source>All prices are old</source>
        <translation>Alle Preise veraltet</translation>
    </message>
    <message>
        <source>All reasons</source>
        <translation>Alle Gründe</translation>
    </message>
    <message>
        <source>All roles</source>
        <translation>Alle Rollen</translation>
    </message>
    <message>
        <source>All that are %1</source>
        <translation>Alle, die %1 sind</translation>
    </message>
    <message>
        <source>All that ended, as found</source>
        <translation>Alle beendeten, wie gefunden</translation>
    </message>
    <message>
        <source>All units have the same price, so nothing can be compared. Nothing was decided.</source>
        <translation>Alle Einheiten haben denselben Preis, es lässt sich also nichts vergleichen. Es wurde nichts entschieden.</translation>
    </message>
    <message>
        <source>All zones</source>
        <translation>Alle Zonen</translation>
    </message>
    <message>
        <source>All {count} events are from before their unit was shown a price, or after its window: none counts. Look at the times of both files and at the window.</source>
        <translation>Alle {count} Ereignisse liegen vor dem Zeitpunkt, zu dem ihre Einheit einen Preis sah, oder nach ihrem Fenster: keines zählt. Prüfen Sie die Zeiten beider Dateien und das Fenster.</translation>
    </message>
    <message>
        <source>Already approved: U undoes it</source>
        <translation>Schon freigegeben: U nimmt zurück</translation>
    </message>
    <message>
        <source>Also moves</source>
        <translation>Bewegt außerdem</translation>
    </message>
    <message>
        <source>Alt+↑</source>
        <translation>Alt+↑</translation>
    </message>
    <message>
        <source>Alt+↑  Alt+↓</source>
        <translation>Alt+↑  Alt+↓</translation>
    </message>
    <message>
        <source>Alt+↓</source>
        <translation>Alt+↓</translation>
    </message>
    <message>
        <source>Always-valid interval</source>
        <translation>Immer gültiges Intervall</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>An alert fires by "crossing" or by "level", not by "{value}". Nothing was saved.</source>
        <translation>Ein Alarm löst bei „crossing“ oder „level“ aus, nicht bei „{value}“. Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>An alert has no field {field} with the value {value}. Nothing was saved.</source>
        <translation>Ein Alarm hat kein Feld {field} mit dem Wert {value}. Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>An alert is tried from an earlier to a later time, in 50,000 steps at most; not from {from} to {to}.</source>
        <translation>Ein Alarm wird von früher nach später erprobt, in höchstens 50.000 Schritten; nicht von {from} bis {to}.</translation>
    </message>
    <message>
        <source>An alert needs a name of one line, 120 characters at most. Nothing was saved.</source>
        <translation>Ein Alarm braucht einen einzeiligen Namen bis 120 Zeichen. Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>An amount has no currency. Nothing was computed.</source>
        <translation>Ein Betrag hat keine Währung. Es wurde nichts berechnet.</translation>
    </message>
    <message>
        <source>An amount is larger than the program can add up exactly. Nothing was computed; look for prices, units or costs that slipped by a factor.</source>
        <translation>Ein Betrag ist größer, als das Programm genau zusammenzählen kann. Es wurde nichts berechnet; suchen Sie nach Preisen, Stückzahlen oder Kosten, die um eine Größenordnung verrutscht sind.</translation>
    </message>
    <message>
        <source>An amount needs a currency.</source>
        <translation>Ein Betrag braucht eine Währung.</translation>
    </message>
    <message>
        <source>An index lies below 1000; 100 is parity.</source>
        <translation>Ein Index liegt unter 1000; 100 ist Gleichstand.</translation>
    </message>
    <message>
        <source>Analyst</source>
        <translation>Analyst</translation>
    </message>
    <message>
        <source>And then silent: tests that are judged by them pause.</source>
        <translation>Und danach schweigen sie: Tests, die nach ihnen beurteilt werden, pausieren.</translation>
    </message>
    <message>
        <source>Anomaly</source>
        <translation>Auffälligkeit</translation>
    </message>
    <message>
        <source>Another program has been writing {path} for half a minute. Nothing was changed; try again.</source>
        <translation>Ein anderes Programm schreibt seit einer halben Minute {path}. Nichts wurde geändert; bitte noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Another program is writing to {path} and did not finish in time. Nothing was changed here. Try again in a moment.</source>
        <translation>Ein anderes Programm schreibt in {path} und wurde nicht rechtzeitig fertig. Hier wurde nichts geändert. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Another promotion of this kind runs there from {from} to {to}.</source>
        <translation>Eine andere Aktion dieser Art läuft dort vom {from} bis {to}.</translation>
    </message>
    <message>
        <source>Another rule is called "{rule}" already. The rules are as they were.</source>
        <translation>Eine andere Regel heißt schon „{rule}“. Die Regeln sind, wie sie waren.</translation>
    </message>
    <message>
        <source>Another workspace was opened meanwhile: what was found for the one before was not kept.</source>
        <translation>Inzwischen wurde ein anderer Arbeitsbereich geöffnet: Was für den vorigen gefunden wurde, wurde nicht behalten.</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Answers for pages that fail</source>
        <translation>Springt für Seiten ein, die ausfallen</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>Jeder</translation>
    </message>
    <message>
        <source>Anybody but the program</source>
        <translation>Jeder außer dem Programm</translation>
    </message>
    <message>
        <source>Apart</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>Approvals %1.pdf</source>
        <translation>Freigaben %1.pdf</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Approve %1</source>
        <translation>%1 freigeben</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Approved and not yet released: can still be undone</source>
        <translation>Freigegeben und noch nicht ausgeliefert: kann noch zurückgenommen werden</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Freigegeben von</translation>
    </message>
    <message>
        <source>Approved prices stand here until the next release slot. Until then they can be undone.</source>
        <translation>Freigegebene Preise stehen hier bis zum nächsten Auslieferungstermin. Bis dahin können sie zurückgenommen werden.</translation>
    </message>
    <message>
        <source>As Excel and LibreOffice open it here. Texts that begin like a formula are kept texts.</source>
        <translation>So, wie Excel und LibreOffice sie hier öffnen. Texte, die wie eine Formel beginnen, bleiben Texte.</translation>
    </message>
    <message>
        <source>As a price</source>
        <translation>Als Preis</translation>
    </message>
    <message>
        <source>As if everything had sold more, or less, by the same factor</source>
        <translation>Als hätte sich alles um denselben Faktor mehr oder weniger verkauft</translation>
    </message>
    <message>
        <source>As if the shares had stayed and this were the only look. An arm that began badly is shown less and looks too bad for ever: not to be decided by.</source>
        <translation>Als wären die Anteile geblieben und dies die einzige Auswertung. Ein Arm, der schlecht anfing, wird seltener gezeigt und sieht für immer zu schlecht aus: nicht danach entscheiden.</translation>
    </message>
    <message>
        <source>As it stands in the channel's CSV file, read just now.</source>
        <translation>So, wie er in der CSV-Datei des Kanals steht, eben gelesen.</translation>
    </message>
    <message>
        <source>As long as was registered</source>
        <translation>So lange wie festgeschrieben</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>As root, Chromium has no sandbox. Nothing was fetched. Use an ordinary user.</source>
        <translation>Als root hat Chromium keine Sandbox. Nichts wurde abgerufen. Verwenden Sie einen gewöhnlichen Benutzer.</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Verlangt</translation>
    </message>
    <message>
        <source>At %1:</source>
        <translation>Bei %1:</translation>
    </message>
    <message>
        <source>At its end</source>
        <translation>Am Ende</translation>
    </message>
    <message numerus="yes">
        <source>At most %n day(s): not beyond what was registered.</source>
        <translation>
            <numerusform>Höchstens %n Tag: nicht über das Festgeschriebene hinaus.</numerusform>
            <numerusform>Höchstens %n Tage: nicht über das Festgeschriebene hinaus.</numerusform>
        </translation>
    </message>
    <message>
        <source>At most 100 characters, and no blanks.</source>
        <translation>Höchstens 100 Zeichen, ohne Leerzeichen.</translation>
    </message>
    <message>
        <source>At most, extended</source>
        <translation>Höchstens, verlängert</translation>
    </message>
    <message>
        <source>At stake</source>
        <translation>Einsatz</translation>
    </message>
    <message>
        <source>At the new price, that counted</source>
        <translation>Beim neuen Preis, die zählten</translation>
    </message>
    <message>
        <source>At the start of each block, while buyers still act by the price before: whole weeks</source>
        <translation>Am Anfang jedes Blocks, solange sich Käufer noch nach dem Preis davor richten: ganze Wochen</translation>
    </message>
    <message>
        <source>At which price?</source>
        <translation>Zu welchem Preis?</translation>
    </message>
    <message>
        <source>At which price? One for all, or CODE=PRICE for each.</source>
        <translation>Zu welchem Preis? Einer für alle oder CODE=PREIS für jeden.</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Prüfspur</translation>
    </message>
    <message>
        <source>Average price paid per unit</source>
        <translation>Durchschnittlich gezahlter Preis je Stück</translation>
    </message>
    <message>
        <source>B  Ctrl+Z</source>
        <translation>B  Strg+Z</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back by themselves at their time; H says when</source>
        <translation>Zu ihrer Zeit von selbst zurück; H sagt, wann</translation>
    </message>
    <message>
        <source>Back now</source>
        <translation>Jetzt zurück</translation>
    </message>
    <message>
        <source>Back to %1 %2</source>
        <translation>Zurück zu %1 %2</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>Zurück zum Standardwert</translation>
    </message>
    <message>
        <source>Back to the price in force</source>
        <translation>Zurück zum geltenden Preis</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Rücktaste</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>Band</translation>
    </message>
    <message>
        <source>Bands of automatic approval</source>
        <translation>Bänder für automatische Freigabe</translation>
    </message>
    <message>
        <source>Bare keys act on rows. Take one with Ctrl or Alt, or a function key.</source>
        <translation>Bloße Tasten wirken auf Zeilen. Nehmen Sie eine mit Strg oder Alt, oder eine Funktionstaste.</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Preispaket</translation>
    </message>
    <message>
        <source>Batch %1 goes out %2</source>
        <translation>Preispaket %1 geht hinaus %2</translation>
    </message>
    <message>
        <source>Batch %1 is published: B rolls it back</source>
        <translation>Preispaket %1 ist veröffentlicht: B rollt es zurück</translation>
    </message>
    <message>
        <source>Batch %1 released: %2, read back from the files</source>
        <translation>Preispaket %1 ausgeliefert: %2, aus den Dateien zurückgelesen</translation>
    </message>
    <message>
        <source>Batch %1 · %2</source>
        <translation>Preispaket %1 · %2</translation>
    </message>
    <message>
        <source>Batch {batch} cannot be joined with itself. Nothing was changed.</source>
        <translation>Preispaket {batch} kann nicht mit sich selbst zusammengelegt werden. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Batch {batch} cannot go out before {at}: until then its approvals can be undone.</source>
        <translation>Preispaket {batch} kann nicht vor {at} hinaus: Bis dahin können seine Freigaben zurückgenommen werden.</translation>
    </message>
    <message>
        <source>Batch {batch} is not published, so there is nothing to roll back.</source>
        <translation>Preispaket {batch} ist nicht veröffentlicht, es gibt also nichts zurückzurollen.</translation>
    </message>
    <message>
        <source>Batch {batch} is {state} and cannot become {wanted}.</source>
        <translation>Preispaket {batch} ist {state} und kann nicht {wanted} werden.</translation>
    </message>
    <message>
        <source>Batch {batch} is {state} and no longer waits for its release. Nothing was changed.</source>
        <translation>Preispaket {batch} ist {state} und wartet nicht mehr auf seine Auslieferung. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Batch {batch} would be left without a price, or nothing was chosen of it. Nothing was changed.</source>
        <translation>Preispaket {batch} bliebe ohne Preis, oder es wurde nichts daraus gewählt. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>Preispakete</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Weil</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Before it</source>
        <translation>Davor</translation>
    </message>
    <message>
        <source>Before today</source>
        <translation>Vor heute</translation>
    </message>
    <message>
        <source>Before → after</source>
        <translation>Vorher → nachher</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>Below the last row.</source>
        <translation>Unter der letzten Zeile.</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>Bias</translation>
    </message>
    <message>
        <source>Biased</source>
        <translation>Verzerrt</translation>
    </message>
    <message>
        <source>Block of days</source>
        <translation>Block von Tagen</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>Blocks, and the days left out at their start, must be whole weeks, as sales are compared by weeks: at least one week left out, and one compared. Nothing was started; two weeks a block and one left out is usual.</source>
        <translation>Blöcke und die Tage, die an ihrem Anfang ausgelassen werden, müssen ganze Wochen sein, denn Verkäufe werden nach Wochen verglichen: mindestens eine ausgelassen und eine verglichen. Nichts wurde gestartet; üblich sind zwei Wochen je Block, eine davon ausgelassen.</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Bounds</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Bounds must be positive, and the floor must not lie above the ceiling. The old bounds are kept.</source>
        <translation>Grenzen müssen positiv sein, und die Untergrenze darf nicht über der Obergrenze liegen. Die alten Grenzen bleiben.</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Marke</translation>
    </message>
    <message>
        <source>Breaker</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>Bringing {path} up to date failed at step {step}. The file is as it was, and its backup lies beside it.</source>
        <translation>{path} auf den neuen Stand zu bringen schlug bei Schritt {step} fehl. Die Datei ist, wie sie war, und ihre Sicherung liegt daneben.</translation>
    </message>
    <message>
        <source>Broke off</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Buyers of what keeps wait for the cheap block, and a test by times then sees an effect that is none</source>
        <translation>Wer Haltbares kauft, wartet auf den billigen Block, und ein Test nach Zeiten sieht dann eine Wirkung, die keine ist</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Durch</translation>
    </message>
    <message>
        <source>By analyst</source>
        <translation>Nach Analyst</translation>
    </message>
    <message>
        <source>By at least, %</source>
        <translation>Um mindestens, %</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>Nach Kategorie</translation>
    </message>
    <message>
        <source>By how many percent? A whole number from 1 to 99.</source>
        <translation>Um wie viel Prozent? Eine ganze Zahl von 1 bis 99.</translation>
    </message>
    <message>
        <source>By how many percent? From %1 to +%2, and not 0.</source>
        <translation>Um wie viel Prozent? Von %1 bis +%2, und nicht 0.</translation>
    </message>
    <message>
        <source>By model</source>
        <translation>Nach Modell</translation>
    </message>
    <message>
        <source>By product</source>
        <translation>Nach Artikel</translation>
    </message>
    <message>
        <source>By rule</source>
        <translation>Nach Regel</translation>
    </message>
    <message>
        <source>By state and verdict</source>
        <translation>Nach Stand und Urteil</translation>
    </message>
    <message>
        <source>By this computer’s clock. Goes out %1.</source>
        <translation>Nach der Uhr dieses Rechners. Geht hinaus %1.</translation>
    </message>
    <message>
        <source>CSV and JSON do not agree</source>
        <translation>CSV und JSON stimmen nicht überein</translation>
    </message>
    <message>
        <source>CSV as Excel and LibreOffice open it here. A table proves nothing.</source>
        <translation>CSV, wie Excel und LibreOffice sie hier öffnen. Eine Tabelle beweist nichts.</translation>
    </message>
    <message>
        <source>CSV for programs</source>
        <translation>CSV für Programme</translation>
    </message>
    <message>
        <source>CSV for spreadsheets</source>
        <translation>CSV für Tabellenkalkulationen</translation>
    </message>
    <message>
        <source>CSV with commas, dots and ISO times. A table proves nothing.</source>
        <translation>CSV mit Kommas, Punkten und ISO-Zeiten. Eine Tabelle beweist nichts.</translation>
    </message>
    <message>
        <source>CUPED</source>
        <translation>CUPED</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>Calibration of forecasts</source>
        <translation>Kalibrierung der Prognosen</translation>
    </message>
    <message>
        <source>Calibration of forecasts: left and right read it off</source>
        <translation>Kalibrierung der Prognosen: links und rechts lesen sie ab</translation>
    </message>
    <message>
        <source>Call off</source>
        <translation>Absagen</translation>
    </message>
    <message>
        <source>Call off %1</source>
        <translation>%1 absagen</translation>
    </message>
    <message>
        <source>Call off planned promotions, end running ones</source>
        <translation>Geplante Aktionen absagen, laufende beenden</translation>
    </message>
    <message>
        <source>Called off · U takes back</source>
        <translation>Abgesagt · U nimmt zurück</translation>
    </message>
    <message>
        <source>Can it be trusted?</source>
        <translation>Ist darauf Verlass?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel cycle</source>
        <translation>Zyklus abbrechen</translation>
    </message>
    <message>
        <source>Cancel the cycle</source>
        <translation>Den Zyklus abbrechen</translation>
    </message>
    <message>
        <source>Cancel the cycle: %1, %2 percent</source>
        <translation>Den Zyklus abbrechen: %1, %2 Prozent</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Fall</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Sortiment</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>Categories misled: %1</source>
        <translation>Irrt in Kategorien: %1</translation>
    </message>
    <message>
        <source>Categories whose published prices have kept their word so far need no human for weak evidence alone, up to a change that they have earned; they lose it again when they do not.</source>
        <translation>Warengruppen, deren veröffentlichte Preise bisher Wort gehalten haben, brauchen bei allein schwachen Belegen keinen Menschen, bis zu einer Änderung, die sie sich verdient haben; halten sie es nicht mehr, verlieren sie das wieder.</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Category %1</source>
        <translation>Kategorie %1</translation>
    </message>
    <message>
        <source>Category %1, %2</source>
        <translation>Kategorie %1, %2</translation>
    </message>
    <message>
        <source>Category: %1</source>
        <translation>Kategorie: %1</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>Vorsicht</translation>
    </message>
    <message>
        <source>Ceiling</source>
        <translation>Obergrenze</translation>
    </message>
    <message>
        <source>Certainly beyond its limit, the test is stopped and taken back</source>
        <translation>Sicher jenseits der Grenze wird der Test gestoppt und zurückgenommen</translation>
    </message>
    <message>
        <source>Certainly down by more: stopped, and its prices go back</source>
        <translation>Sicher um mehr gesunken: angehalten, und seine Preise gehen zurück</translation>
    </message>
    <message>
        <source>Certainly worse than this: stopped at the first look that has the evidence</source>
        <translation>Sicher schlechter als das: beendet bei der ersten Auswertung, die es belegt</translation>
    </message>
    <message>
        <source>Challenger</source>
        <translation>Herausforderer</translation>
    </message>
    <message>
        <source>Challenger’s</source>
        <translation>des Herausf.</translation>
    </message>
    <message>
        <source>Challenger’s price against the champion’s, of today’s price</source>
        <translation>Preis des Herausforderers gegen den des Champions, vom heutigen Preis</translation>
    </message>
    <message>
        <source>Champion</source>
        <translation>Champion</translation>
    </message>
    <message>
        <source>Champion and challenger would set the same prices, or none was tried yet: T tries it.</source>
        <translation>Champion und Herausforderer würden dieselben Preise setzen, oder es wurde noch keiner probiert: T probiert ihn.</translation>
    </message>
    <message>
        <source>Chance to be best</source>
        <translation>Chance, besser zu sein</translation>
    </message>
    <message>
        <source>Chance to be better %</source>
        <translation>Chance, besser zu sein, %</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Change %</source>
        <translation>Änderung %</translation>
    </message>
    <message>
        <source>Change %1 cells</source>
        <translation>%1 Zellen ändern</translation>
    </message>
    <message>
        <source>Change 1 cell</source>
        <translation>1 Zelle ändern</translation>
    </message>
    <message>
        <source>Change against today’s expected week</source>
        <translation>Änderung gegen die heute erwartete Woche</translation>
    </message>
    <message>
        <source>Change feed…</source>
        <translation>Feed ändern …</translation>
    </message>
    <message>
        <source>Change nothing</source>
        <translation>Nichts ändern</translation>
    </message>
    <message>
        <source>Change of profit a week that the model expected of this product alone, in the zone’s currency</source>
        <translation>Gewinnänderung je Woche, die das Modell von diesem Artikel allein erwartete, in der Währung der Zone</translation>
    </message>
    <message>
        <source>Change of the price index, where it was limited</source>
        <translation>Änderung des Preisindex, wo er begrenzt war</translation>
    </message>
    <message>
        <source>Change slot</source>
        <translation>Termin ändern</translation>
    </message>
    <message>
        <source>Change the alert %1</source>
        <translation>Alarm %1 ändern</translation>
    </message>
    <message>
        <source>Change the chosen feed…</source>
        <translation>Den gewählten Feed ändern …</translation>
    </message>
    <message>
        <source>Change the draft…</source>
        <translation>Den Entwurf ändern…</translation>
    </message>
    <message>
        <source>Change the promotion of %1</source>
        <translation>Aktion von %1 ändern</translation>
    </message>
    <message>
        <source>Change the promotion …</source>
        <translation>Aktion ändern …</translation>
    </message>
    <message>
        <source>Change the release slot</source>
        <translation>Den Auslieferungstermin ändern</translation>
    </message>
    <message>
        <source>Change the slot</source>
        <translation>Den Termin ändern</translation>
    </message>
    <message>
        <source>Change this setting</source>
        <translation>Diese Einstellung ändern</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Changed · U takes back</source>
        <translation>Geändert · U nimmt zurück</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Changes at most</source>
        <translation>Änderungen höchstens</translation>
    </message>
    <message>
        <source>Changes nothing within ±</source>
        <translation>Ändert nichts innerhalb ±</translation>
    </message>
    <message>
        <source>Changes of at most so much, either way, need no human on account of weak evidence</source>
        <translation>Änderungen von höchstens so viel, nach oben wie nach unten, brauchen wegen schwacher Belege keinen Menschen</translation>
    </message>
    <message>
        <source>Changes of costs</source>
        <translation>Kostenänderungen</translation>
    </message>
    <message>
        <source>Changes of costs, newest first</source>
        <translation>Kostenänderungen, neueste zuerst</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Check all rows like %1</source>
        <translation>Alle Zeilen wie %1 ankreuzen</translation>
    </message>
    <message>
        <source>Check all rows like this one …</source>
        <translation>Alle Zeilen wie diese ankreuzen …</translation>
    </message>
    <message>
        <source>Check all rows shown</source>
        <translation>Alle gezeigten Zeilen ankreuzen</translation>
    </message>
    <message>
        <source>Check all tests now</source>
        <translation>Alle Tests jetzt prüfen</translation>
    </message>
    <message>
        <source>Check and save</source>
        <translation>Prüfen und speichern</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Check or uncheck the row</source>
        <translation>Zeile an- oder abkreuzen</translation>
    </message>
    <message>
        <source>Check row</source>
        <translation>Zeile ankreuzen</translation>
    </message>
    <message>
        <source>Check the rules</source>
        <translation>Die Regeln prüfen</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Checking against every limit …</source>
        <translation>Wird gegen jede Grenze geprüft …</translation>
    </message>
    <message>
        <source>Checking every entry …</source>
        <translation>Jeder Eintrag wird geprüft …</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>Choose a champion that took another one’s place</source>
        <translation>Wählen Sie einen Champion, der den Platz eines anderen einnahm</translation>
    </message>
    <message>
        <source>Choose a file to import …</source>
        <translation>Eine Datei zum Importieren wählen …</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>Eine Datei wählen …</translation>
    </message>
    <message>
        <source>Choose a match</source>
        <translation>Wählen Sie eine Zuordnung</translation>
    </message>
    <message>
        <source>Choose a test to see what it has found.</source>
        <translation>Wählen Sie einen Test, um zu sehen, was er gefunden hat.</translation>
    </message>
    <message>
        <source>Choose a version that is not the champion</source>
        <translation>Wählen Sie eine Version, die nicht der Champion ist</translation>
    </message>
    <message>
        <source>Choose a version that was tried</source>
        <translation>Wählen Sie eine Version, die probiert wurde</translation>
    </message>
    <message>
        <source>Choose an alert in the lower table first: F6 goes there</source>
        <translation>Wählen Sie zuerst einen Alarm in der unteren Tabelle: F6 führt dorthin</translation>
    </message>
    <message>
        <source>Choose an offer</source>
        <translation>Wählen Sie ein Angebot</translation>
    </message>
    <message>
        <source>Choose prices: Shift and the arrows, or Ctrl+A for all that are shown</source>
        <translation>Wählen Sie Preise: Umschalt und die Pfeile, oder Strg+A für alle gezeigten</translation>
    </message>
    <message>
        <source>Choose some of the batch's prices first: they get a batch of their own</source>
        <translation>Wählen Sie erst einige Preise des Preispakets: Sie bekommen ein eigenes</translation>
    </message>
    <message>
        <source>Choose two rows or more: the topmost one's value goes into the others.</source>
        <translation>Wählen Sie zwei oder mehr Zeilen: Der Wert der obersten geht in die anderen.</translation>
    </message>
    <message>
        <source>Choose two waiting batches with Shift and the arrows: M joins them</source>
        <translation>Wählen Sie zwei wartende Preispakete mit Umschalt und den Pfeilen: M legt sie zusammen</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Den Filter leeren</translation>
    </message>
    <message>
        <source>Clear the filter of the journal</source>
        <translation>Den Filter des Journals leeren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Cluster {cluster} has units in two arms, so it was not assigned as a whole. Nothing was analyzed; compare by visitor, or name the cluster that was assigned.</source>
        <translation>Gruppe {cluster} hat Einheiten in zwei Armen, wurde also nicht als Ganzes zugeteilt. Nichts wurde ausgewertet; vergleichen Sie nach Besuchern, oder nennen Sie die Gruppe, die zugeteilt wurde.</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Clusters are compared as a whole, and not within segments. Nothing was analyzed; leave --stratify out.</source>
        <translation>Cluster werden als Ganzes verglichen und nicht innerhalb von Segmenten. Nichts wurde ausgewertet; lassen Sie --stratify weg.</translation>
    </message>
    <message>
        <source>Clusters are compared without what was known of them before, so --cuped makes their test no shorter. Read the plan without it.</source>
        <translation>Cluster werden ohne das verglichen, was vorher von ihnen bekannt war; --cuped verkürzt ihren Test nicht. Lesen Sie den Plan ohne es.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Codes of the price zones that take part</source>
        <translation>Codes der Preiszonen, die teilnehmen</translation>
    </message>
    <message>
        <source>Collecting</source>
        <translation>Erfassen</translation>
    </message>
    <message>
        <source>Colors</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Colors as the system has them</source>
        <translation>Farben wie im System</translation>
    </message>
    <message>
        <source>Column of %1</source>
        <translation>Spalte von %1</translation>
    </message>
    <message>
        <source>Column of %1, required</source>
        <translation>Spalte von %1, erforderlich</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Columns end at</source>
        <translation>Spalten enden mit</translation>
    </message>
    <message>
        <source>Commas, decimal points, ISO dates, UTF-8.</source>
        <translation>Kommas, Dezimalpunkte, ISO-Daten, UTF-8.</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Comment (optional)</source>
        <translation>Kommentar (freiwillig)</translation>
    </message>
    <message>
        <source>Comment kept</source>
        <translation>Kommentar aufbewahrt</translation>
    </message>
    <message>
        <source>Comment kept under %1 rows</source>
        <translation>Kommentar unter %1 Zeilen aufbewahrt</translation>
    </message>
    <message>
        <source>Comment on %1</source>
        <translation>Kommentar zu %1</translation>
    </message>
    <message>
        <source>Comment on %1 rows</source>
        <translation>Kommentar zu %1 Zeilen</translation>
    </message>
    <message>
        <source>Comment …</source>
        <translation>Kommentar …</translation>
    </message>
    <message>
        <source>Comment, kept with the decision and in the audit</source>
        <translation>Kommentar, bei der Entscheidung und in der Prüfspur aufbewahrt</translation>
    </message>
    <message>
        <source>Comment…</source>
        <translation>Kommentar…</translation>
    </message>
    <message>
        <source>Compared %1</source>
        <translation>Vergleich %1</translation>
    </message>
    <message>
        <source>Compared week to</source>
        <translation>Vergleichswoche bis</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Verglichen mit</translation>
    </message>
    <message>
        <source>Compared with products of the same zone: buyers may have walked between them, so that it looks larger than it is</source>
        <translation>Verglichen mit Artikeln derselben Zone: Käufer können von einem zum anderen gewechselt sein, sodass die Wirkung größer aussieht, als sie ist</translation>
    </message>
    <message>
        <source>Competitor</source>
        <translation>Wettbewerber</translation>
    </message>
    <message>
        <source>Competitor and file</source>
        <translation>Wettbewerber und Datei</translation>
    </message>
    <message>
        <source>Competitor prices</source>
        <translation>Wettbewerberpreise</translation>
    </message>
    <message>
        <source>Competitors</source>
        <translation>Wettbewerber</translation>
    </message>
    <message>
        <source>Competitors and cost</source>
        <translation>Wettbewerber und Kosten</translation>
    </message>
    <message>
        <source>Competitors' median</source>
        <translation>Median der Wettbewerber</translation>
    </message>
    <message>
        <source>Computed</source>
        <translation>Gerechnet</translation>
    </message>
    <message>
        <source>Computes the whole case again from its stored inputs and compares every bit</source>
        <translation>Rechnet den ganzen Fall aus seinen gespeicherten Eingaben noch einmal und vergleicht jedes Bit</translation>
    </message>
    <message>
        <source>Computing the case again …</source>
        <translation>Der Fall wird noch einmal gerechnet …</translation>
    </message>
    <message>
        <source>Conf.</source>
        <translation>Konf.</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Konfidenz</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Confirm what is chosen</source>
        <translation>Auswahl bestätigen</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Konflikt</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Content of one piece, in pack_unit</source>
        <translation>Inhalt eines Stücks, in pack_unit</translation>
    </message>
    <message>
        <source>Conversion is known of visitors only: a test by zones, times or pairs cannot be decided or guarded by it. Nothing was changed.</source>
        <translation>Die Konversion ist nur von Besuchern bekannt: Ein Test nach Zonen, Zeiten oder Paaren kann nicht durch sie entschieden oder abgesichert werden. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Cool-off, days</source>
        <translation>Ruhezeit, Tage</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy data</source>
        <translation>Daten kopieren</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Den Befehl kopieren</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>Den Pfad kopieren</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Berichtigt</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Cost before</source>
        <translation>Kosten davor</translation>
    </message>
    <message>
        <source>Cost change</source>
        <translation>Kostenänderung</translation>
    </message>
    <message>
        <source>Cost change dealt with, or open again</source>
        <translation>Kostenänderung erledigt, oder wieder offen</translation>
    </message>
    <message>
        <source>Cost of %1 is %2 from today on · U takes back</source>
        <translation>Die Kosten von %1 sind ab heute %2 · U nimmt zurück</translation>
    </message>
    <message>
        <source>Cost of %1 taken back</source>
        <translation>Kosten von %1 zurückgenommen</translation>
    </message>
    <message>
        <source>Cost of a look</source>
        <translation>Kosten je Blick</translation>
    </message>
    <message>
        <source>Cost of one sales unit, net of VAT</source>
        <translation>Kosten einer Verkaufseinheit, ohne Mehrwertsteuer</translation>
    </message>
    <message>
        <source>Cost, price, limits or competitors have changed since the proposal</source>
        <translation>Kosten, Preis, Grenzen oder Wettbewerber haben sich seit dem Vorschlag geändert</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Costs a week</source>
        <translation>Kostet pro Woche</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Gezählt</translation>
    </message>
    <message>
        <source>Counted after a visit, days</source>
        <translation>Nach einem Besuch gezählt, Tage</translation>
    </message>
    <message>
        <source>Counted with them</source>
        <translation>Mitgezählt</translation>
    </message>
    <message>
        <source>Cross effect {entry} is none: of and from are two products by their places, 0 to {last}, with an elasticity between -100 and 100.</source>
        <translation>Kreuzeffekt {entry} ist keiner: of und from sind zwei Artikel nach ihren Plätzen, 0 bis {last}, mit einer Elastizität zwischen -100 und 100.</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Ctrl+A</source>
        <translation>Strg+A</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Strg+C</translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation>Strg+D</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Strg+E</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Strg+F</translation>
    </message>
    <message>
        <source>Ctrl+F  /</source>
        <translation>Strg+F  /</translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation>Strg+K</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Strg+N</translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation>Strg+P</translation>
    </message>
    <message>
        <source>Ctrl+R</source>
        <translation>Strg+R</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Strg+S</translation>
    </message>
    <message>
        <source>Ctrl+Shift+E</source>
        <translation>Strg+Umschalt+E</translation>
    </message>
    <message>
        <source>Ctrl+Shift+L</source>
        <translation>Strg+Umschalt+L</translation>
    </message>
    <message>
        <source>Ctrl+V  Ctrl+D</source>
        <translation>Strg+V  Strg+D</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Strg+Z</translation>
    </message>
    <message>
        <source>Ctrl+Z takes it back.</source>
        <translation>Strg+Z nimmt ihn zurück.</translation>
    </message>
    <message>
        <source>Ctrl+Z takes them back.</source>
        <translation>Strg+Z nimmt sie zurück.</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Currency where none is named</source>
        <translation>Währung, wo keine steht</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Senkung</translation>
    </message>
    <message>
        <source>Cut or price</source>
        <translation>Senkung oder Preis</translation>
    </message>
    <message>
        <source>Cycle %1 %2 %3</source>
        <translation>Zyklus %1 %2 %3</translation>
    </message>
    <message>
        <source>Cycle %1.pdf</source>
        <translation>Zyklus %1.pdf</translation>
    </message>
    <message>
        <source>Cycle cancelled: no price was changed</source>
        <translation>Zyklus abgebrochen: Kein Preis wurde geändert</translation>
    </message>
    <message>
        <source>Cycle finished in %1</source>
        <translation>Zyklus in %1 beendet</translation>
    </message>
    <message>
        <source>Cycle starting</source>
        <translation>Zyklus beginnt</translation>
    </message>
    <message>
        <source>Cycle {cycle} has ended already: {state}.</source>
        <translation>Zyklus {cycle} ist schon beendet: {state}.</translation>
    </message>
    <message>
        <source>Cycle: %1</source>
        <translation>Zyklus: %1</translation>
    </message>
    <message>
        <source>Cycles</source>
        <translation>Zyklen</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Data as of %1 UTC · filter: %2</source>
        <translation>Daten vom %1 UTC · Filter: %2</translation>
    </message>
    <message>
        <source>Data as of %1 UTC · one cycle, no filter</source>
        <translation>Daten vom %1 UTC · ein Zyklus, kein Filter</translation>
    </message>
    <message>
        <source>Data as of %1 UTC · one decision, no filter</source>
        <translation>Daten vom %1 UTC · eine Entscheidung, kein Filter</translation>
    </message>
    <message>
        <source>Data of %1</source>
        <translation>Daten vom %1</translation>
    </message>
    <message>
        <source>Data of the chart copied</source>
        <translation>Daten des Diagramms kopiert</translation>
    </message>
    <message>
        <source>Data readiness</source>
        <translation>Stand der Daten</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Days left out</source>
        <translation>Ausgelassene Tage</translation>
    </message>
    <message>
        <source>Days more</source>
        <translation>Tage mehr</translation>
    </message>
    <message>
        <source>Days of each step</source>
        <translation>Tage je Stufe</translation>
    </message>
    <message>
        <source>Days of the period ending then on which it could be bought</source>
        <translation>Tage des dann endenden Zeitraums, an denen es käuflich war</translation>
    </message>
    <message>
        <source>Days of the period on which it could be bought</source>
        <translation>Tage des Zeitraums, an denen es käuflich war</translation>
    </message>
    <message>
        <source>Days to decide</source>
        <translation>Tage zum Entscheiden</translation>
    </message>
    <message>
        <source>Days to decision</source>
        <translation>Tage bis zur Entscheidung</translation>
    </message>
    <message>
        <source>Dealt with</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Entscheiden</translation>
    </message>
    <message>
        <source>Decide suggested matches</source>
        <translation>Vorgeschlagene Zuordnungen entscheiden</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Entschieden durch</translation>
    </message>
    <message>
        <source>Decided in time</source>
        <translation>Fristgerecht entschieden</translation>
    </message>
    <message>
        <source>Decided on day</source>
        <translation>Entschieden an Tag</translation>
    </message>
    <message>
        <source>Decided within the time that was planned</source>
        <translation>In der geplanten Zeit entschieden</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>Dezimalzeichen</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Decisions can be put off until a later time, a month at most. Nothing was changed.</source>
        <translation>Entscheidungen können auf später zurückgestellt werden, höchstens einen Monat. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Decisions on %1</source>
        <translation>Entscheidungen zu %1</translation>
    </message>
    <message>
        <source>Decisions on this SKU</source>
        <translation>Entscheidungen zu diesem Artikel</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Delegate my decisions …</source>
        <translation>Meine Entscheidungen vertreten lassen …</translation>
    </message>
    <message>
        <source>Delete “%1”</source>
        <translation>„%1“ löschen</translation>
    </message>
    <message>
        <source>Delivered, for the content of our product, in our currency: what is compared.</source>
        <translation>Geliefert, für den Inhalt unseres Artikels, in unserer Währung: das, was verglichen wird.</translation>
    </message>
    <message>
        <source>Demand</source>
        <translation>Nachfrage</translation>
    </message>
    <message>
        <source>Demand and weekly profit by price</source>
        <translation>Nachfrage und Wochengewinn nach Preis</translation>
    </message>
    <message>
        <source>Demand and weekly profit by price: left and right read it off</source>
        <translation>Nachfrage und Wochengewinn nach Preis: links und rechts lesen ab</translation>
    </message>
    <message>
        <source>Demand could not be estimated ({why}). Rules stood in for the model.</source>
        <translation>Die Nachfrage konnte nicht geschätzt werden ({why}). Regeln sprangen für das Modell ein.</translation>
    </message>
    <message>
        <source>Demand was not estimated within {seconds} s. Rules stood in for the model.</source>
        <translation>Die Nachfrage wurde nicht innerhalb von {seconds} s geschätzt. Regeln sprangen für das Modell ein.</translation>
    </message>
    <message>
        <source>Design</source>
        <translation>Anlage</translation>
    </message>
    <message>
        <source>Design: %1</source>
        <translation>Design: %1</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Abweichend</translation>
    </message>
    <message>
        <source>Dip</source>
        <translation>Delle</translation>
    </message>
    <message>
        <source>Discard the draft</source>
        <translation>Den Entwurf verwerfen</translation>
    </message>
    <message>
        <source>Discard the draft of the rules</source>
        <translation>Den Entwurf der Regeln verwerfen</translation>
    </message>
    <message>
        <source>Discontinued</source>
        <translation>Ausgelistet</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Does</source>
        <translation>Tut</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Draw profit against revenue</source>
        <translation>Gewinn gegen Umsatz zeichnen</translation>
    </message>
    <message>
        <source>Draws</source>
        <translation>Ziehungen</translation>
    </message>
    <message>
        <source>Draws from the posterior behind intervals and confidence.</source>
        <translation>Ziehungen aus der A-posteriori-Verteilung hinter Intervallen und Zuversicht.</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>Drift</translation>
    </message>
    <message>
        <source>Drift of features</source>
        <translation>Drift der Merkmale</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Drop a file here</source>
        <translation>Legen Sie eine Datei hier ab</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>E  Enter</source>
        <translation>E  Eingabe</translation>
    </message>
    <message>
        <source>Each category, %</source>
        <translation>Jede Kategorie, %</translation>
    </message>
    <message>
        <source>Each move at most, %</source>
        <translation>Jede Änderung max., %</translation>
    </message>
    <message>
        <source>Each step must be larger than the one before. Nothing was changed.</source>
        <translation>Jede Stufe muss größer sein als die vorige. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Each test weighted by how precise it is</source>
        <translation>Jeder Test nach seiner Genauigkeit gewichtet</translation>
    </message>
    <message>
        <source>Each unit is compared with itself before the test: so much less is left to chance</source>
        <translation>Jede Einheit wird mit sich selbst vor dem Test verglichen: so viel weniger bleibt dem Zufall</translation>
    </message>
    <message>
        <source>Each unit is compared with itself: {value} days before the test are too few, 14 are the least. Nothing was changed.</source>
        <translation>Jede Einheit wird mit sich selbst verglichen: {value} Tage vor dem Test sind zu wenige, mindestens 14 müssen es sein. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Each visitor counts by the odds with which he was drawn, and the interval holds at all looks together: what the test is decided by</source>
        <translation>Jeder Besucher zählt nach der Wahrscheinlichkeit, mit der er gezogen wurde, und das Intervall gilt bei allen Auswertungen zusammen: danach wird der Test entschieden</translation>
    </message>
    <message>
        <source>Each zone has each price once in two blocks, so {field} must be a multiple of {days} days. Nothing was started.</source>
        <translation>Jede Zone hat in je zwei Blöcken jeden Preis einmal, also muss {field} ein Vielfaches von {days} Tagen sein. Nichts wurde gestartet.</translation>
    </message>
    <message>
        <source>Each zone has the new price in some blocks of time and the old one in others; below 8 zones all of them switch together</source>
        <translation>Jede Zone hat in manchen Zeitblöcken den neuen Preis, in anderen den alten; bei weniger als 8 Zonen wechseln alle gemeinsam</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Earlier cycle</source>
        <translation>Früherer Zyklus</translation>
    </message>
    <message>
        <source>Earned bands</source>
        <translation>Verdiente Bänder</translation>
    </message>
    <message>
        <source>Edit price</source>
        <translation>Preis bearbeiten</translation>
    </message>
    <message>
        <source>Edit price · %1, %2</source>
        <translation>Preis bearbeiten · %1, %2</translation>
    </message>
    <message>
        <source>Edit price …</source>
        <translation>Preis bearbeiten …</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Bearbeitet</translation>
    </message>
    <message>
        <source>Edited prices</source>
        <translation>Bearbeitete Preise</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Effective</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Effective from the day</source>
        <translation>Gültig ab dem Tag</translation>
    </message>
    <message>
        <source>Either a change in percent for all, or a price for each.</source>
        <translation>Entweder eine Änderung in Prozent für alle oder ein Preis für jeden.</translation>
    </message>
    <message>
        <source>Elasticity</source>
        <translation>Elastizität</translation>
    </message>
    <message>
        <source>Elasticity by one line through all rows: log units on log price, ± 95 %</source>
        <translation>Elastizität aus einer Geraden durch alle Zeilen: log Menge über log Preis, ± 95 %</translation>
    </message>
    <message>
        <source>Elasticity, cost and competitors act together in the model: no share of its own can be told.</source>
        <translation>Elastizität, Kosten und Wettbewerber wirken im Modell zusammen: Ein Anteil für jedes lässt sich nicht nennen.</translation>
    </message>
    <message>
        <source>Empty, or what rows do not say: {"constants": {"currency": "EUR"}}</source>
        <translation>Leer, oder was Zeilen nicht sagen: {"constants": {"currency": "EUR"}}</translation>
    </message>
    <message>
        <source>Empty: as the setting has it</source>
        <translation>Leer: wie eingestellt</translation>
    </message>
    <message>
        <source>Empty: columns are found by their names. Else {"fields": {"price": "Preis"}, "constants": {"currency": "EUR"}}</source>
        <translation>Leer: Spalten werden an ihren Namen erkannt. Sonst {"fields": {"price": "Preis"}, "constants": {"currency": "EUR"}}</translation>
    </message>
    <message>
        <source>Empty: from the products and the price</source>
        <translation>Leer: aus den Artikeln und dem Preis</translation>
    </message>
    <message>
        <source>End today</source>
        <translation>Heute beenden</translation>
    </message>
    <message>
        <source>Ended on %1.</source>
        <translation>Beendet am %1.</translation>
    </message>
    <message>
        <source>Endings</source>
        <translation>Endungen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Enter goes to the batch's prices; X takes out the one in focus</source>
        <translation>Eingabe führt zu den Preisen des Preispakets; X nimmt den im Fokus heraus</translation>
    </message>
    <message>
        <source>Enter keeps it. Esc leaves.</source>
        <translation>Eingabe behält ihn. Esc verlässt.</translation>
    </message>
    <message>
        <source>Enter opens</source>
        <translation>Eingabe öffnet</translation>
    </message>
    <message>
        <source>Enter opens it in the catalogue</source>
        <translation>Eingabe öffnet ihn im Sortiment</translation>
    </message>
    <message>
        <source>Enter opens it on Experiments</source>
        <translation>Eingabe öffnet ihn unter Preistests</translation>
    </message>
    <message>
        <source>Enter shows its products</source>
        <translation>Eingabe zeigt ihre Artikel</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Entry %1</source>
        <translation>Eintrag %1</translation>
    </message>
    <message>
        <source>Entry %1 · %2</source>
        <translation>Eintrag %1 · %2</translation>
    </message>
    <message>
        <source>Entry %1 · %2 · %3 values changed</source>
        <translation>Eintrag %1 · %2 · %3 Werte geändert</translation>
    </message>
    <message>
        <source>Entry %1 · %2 · 1 value changed</source>
        <translation>Eintrag %1 · %2 · 1 Wert geändert</translation>
    </message>
    <message>
        <source>Entry %1, on its way</source>
        <translation>Eintrag %1, unterwegs</translation>
    </message>
    <message>
        <source>Error rates</source>
        <translation>Fehlerraten</translation>
    </message>
    <message>
        <source>Error rates hold however often: looking costs nothing but patience</source>
        <translation>Die Fehlerraten bleiben eingehalten, wie oft auch immer: Nachsehen kostet nur Geduld</translation>
    </message>
    <message>
        <source>Errors by category</source>
        <translation>Fehler je Kategorie</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Events come with the exposures. Orders come as revenue, from files or a gateway, less what was given back; they must name the visitor.</source>
        <translation>Ereignisse kommen mit den Sichtungen. Bestellungen kommen als Umsatz, aus Dateien oder von einem Zahlungsanbieter, abzüglich dessen, was erstattet wurde; sie müssen den Besucher nennen.</translation>
    </message>
    <message>
        <source>Events from before {before} cannot be forgotten yet: a test under way or its cool-off is read from them. {earliest} is the latest day that may be said. Nothing was changed.</source>
        <translation>Ereignisse vor dem {before} können noch nicht vergessen werden: Ein laufender Test oder seine Ruhezeit wird aus ihnen gelesen. {earliest} ist der späteste Tag, der gesagt werden darf. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Every change stands here, who made it and why, in a chain that shows when something was altered. The first import writes the first entries.</source>
        <translation>Jede Änderung steht hier, wer sie machte und warum, in einer Kette, die zeigt, wenn etwas verändert wurde. Der erste Import schreibt die ersten Einträge.</translation>
    </message>
    <message>
        <source>Every decision is in the file at once; nothing needs a network</source>
        <translation>Jede Entscheidung steht sofort in der Datei; nichts braucht ein Netz</translation>
    </message>
    <message>
        <source>Every entry with its hash, signed by this device. Anybody can check it without the workspace: pricewright-engine audit check FILE.</source>
        <translation>Jeder Eintrag mit seiner Prüfsumme, von diesem Gerät signiert. Jeder kann ihn ohne die Arbeitsmappe prüfen: pricewright-engine audit check FILE.</translation>
    </message>
    <message>
        <source>Every file is as it should be</source>
        <translation>Jede Datei ist, wie sie sein soll</translation>
    </message>
    <message>
        <source>Every price is live where it should be</source>
        <translation>Jeder Preis ist live, wo er sein soll</translation>
    </message>
    <message>
        <source>Every price is right already; what was changed by hand in the files is lost.</source>
        <translation>Jeder Preis stimmt schon; was von Hand in den Dateien geändert wurde, geht verloren.</translation>
    </message>
    <message>
        <source>Every price of batch %1 was changed again since: nothing would go back.</source>
        <translation>Jeder Preis von Preispaket %1 wurde seitdem wieder geändert: Nichts ginge zurück.</translation>
    </message>
    <message>
        <source>Every price of the test goes through the limits first, and stands here.</source>
        <translation>Jeder Preis des Tests geht erst durch die Grenzen und steht hier.</translation>
    </message>
    <message>
        <source>Every row of %1 was there already: nothing was changed.</source>
        <translation>Jede Zeile von %1 war schon da: Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Every unit of an arm did the same in the segment "{segment}", so chance cannot be judged there. Nothing was compared; put it together with another segment, or compare without them.</source>
        <translation>Jede Einheit eines Arms tat im Segment „{segment}“ dasselbe, deshalb lässt sich der Zufall dort nicht beurteilen. Nichts wurde verglichen; legen Sie es mit einem anderen Segment zusammen, oder vergleichen Sie ohne Segmente.</translation>
    </message>
    <message>
        <source>Every unit of an arm did the same, so chance cannot be judged. Nothing was decided; let the test run on.</source>
        <translation>Alle Einheiten eines Arms haben dasselbe getan, der Zufall lässt sich so nicht beurteilen. Es wurde nichts entschieden; lassen Sie den Test weiterlaufen.</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel-Mappe</translation>
    </message>
    <message>
        <source>Exchange rates</source>
        <translation>Wechselkurse</translation>
    </message>
    <message>
        <source>Expected change a week of all of them together, siblings included, with its 90 % interval. Groups are added as independent.</source>
        <translation>Erwartete Änderung pro Woche aller zusammen, Geschwister eingeschlossen, mit ihrem 90-%-Intervall. Gruppen werden als unabhängig addiert.</translation>
    </message>
    <message>
        <source>Expected change a week with its 90 % interval</source>
        <translation>Erwartete Änderung pro Woche mit ihrem 90-%-Intervall</translation>
    </message>
    <message>
        <source>Expected change a week. The ends of the rows' 90 % intervals are added: the widest that the joint interval can be.</source>
        <translation>Erwartete Änderung pro Woche. Die Enden der 90-%-Intervalle der Zeilen werden addiert: das Weiteste, was das gemeinsame Intervall sein kann.</translation>
    </message>
    <message>
        <source>Expected change of all prices together, siblings included, less the cost of labels</source>
        <translation>Erwartete Änderung aller Preise zusammen, mit ihren Geschwistern, ohne die Kosten der Etiketten</translation>
    </message>
    <message>
        <source>Expected change of profit a week with its 90 % interval, as stored with the decisions. Means are added, and so are variances, as if the prices were independent of each other.</source>
        <translation>Erwartete Änderung des Gewinns pro Woche mit ihrem 90-%-Intervall, wie bei den Entscheidungen gespeichert. Mittel werden addiert, Varianzen auch, als wären die Preise voneinander unabhängig.</translation>
    </message>
    <message>
        <source>Expected profit %1 [%2 … %3] %4 a week</source>
        <translation>Erwarteter Gewinn %1 [%2 … %3] %4 pro Woche</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>Preistests</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Expires in</source>
        <translation>Läuft ab in</translation>
    </message>
    <message>
        <source>Exploration</source>
        <translation>Erkundung</translation>
    </message>
    <message>
        <source>Export the chart</source>
        <translation>Das Diagramm ausgeben</translation>
    </message>
    <message>
        <source>Export with a proof (Ctrl+E)</source>
        <translation>Mit einem Beleg ausgeben (Strg+E)</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Ausgeben …</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Ausgeben…</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>Verlängern</translation>
    </message>
    <message>
        <source>Extend the test…</source>
        <translation>Den Test verlängern…</translation>
    </message>
    <message>
        <source>Extend “%1”</source>
        <translation>„%1“ verlängern</translation>
    </message>
    <message>
        <source>Extend…</source>
        <translation>Verlängern…</translation>
    </message>
    <message>
        <source>F2 in the column Cost fills it.</source>
        <translation>F2 in der Spalte Kosten füllt sie.</translation>
    </message>
    <message>
        <source>F2 types a target, Ctrl+V pastes a column; an empty cell has none. What is to be expected is carried on from the last eight weeks: seasons and plans are not in it.</source>
        <translation>F2 tippt ein Ziel, Strg+V fügt eine Spalte ein; eine leere Zelle hat keines. Was zu erwarten ist, ist aus den letzten acht Wochen fortgeschrieben: Saison und Pläne sind nicht darin.</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>F6</source>
        <translation>F6</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Fallback</source>
        <translation>Ersatzweg</translation>
    </message>
    <message>
        <source>False alarms at most</source>
        <translation>Fehlalarme höchstens</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Merkmal</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>Features used</source>
        <translation>Verwendete Merkmale</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Feed</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>File missing</source>
        <translation>Datei fehlt</translation>
    </message>
    <message>
        <source>File says</source>
        <translation>Datei sagt</translation>
    </message>
    <message>
        <source>Files to import</source>
        <translation>Dateien zum Importieren</translation>
    </message>
    <message>
        <source>Files written again: %1, read back</source>
        <translation>Dateien neu geschrieben: %1, zurückgelesen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter  /</source>
        <translation>Filter  /</translation>
    </message>
    <message>
        <source>Filter by SKU, product, zone or category</source>
        <translation>Nach Artikelnummer, Artikel, Zone oder Kategorie filtern</translation>
    </message>
    <message>
        <source>Filter by SKU, product, zone or category (/ or Ctrl+F)</source>
        <translation>Nach Artikelnummer, Artikel, Zone oder Kategorie filtern (/ oder Strg+F)</translation>
    </message>
    <message>
        <source>Filter of %1</source>
        <translation>Filter von %1</translation>
    </message>
    <message>
        <source>Filter row</source>
        <translation>Filterzeile</translation>
    </message>
    <message>
        <source>Filter: %1</source>
        <translation>Filter: %1</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Eine Einstellung finden</translation>
    </message>
    <message>
        <source>Find a text  /</source>
        <translation>Einen Text finden  /</translation>
    </message>
    <message>
        <source>Find products by name</source>
        <translation>Artikel nach Namen suchen</translation>
    </message>
    <message>
        <source>Fires</source>
        <translation>Löst aus</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>First price</source>
        <translation>Erster Preis</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>Erste Zeilen der Datei</translation>
    </message>
    <message>
        <source>Fit columns to the window</source>
        <translation>Spalten ans Fenster anpassen</translation>
    </message>
    <message>
        <source>Flagged for</source>
        <translation>Markiert wegen</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>Untergrenze</translation>
    </message>
    <message>
        <source>Floor of either price</source>
        <translation>Boden jedes der beiden Preise</translation>
    </message>
    <message>
        <source>Focused row</source>
        <translation>Zeile im Fokus</translation>
    </message>
    <message>
        <source>Fold all groups</source>
        <translation>Alle Gruppen zuklappen</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>For a replay</source>
        <translation>Für eine Wiederholung</translation>
    </message>
    <message>
        <source>For example &gt;20, &lt;=3.5, 10..20, – for empty; ! in front turns it around, | means or</source>
        <translation>Zum Beispiel &gt;20, &lt;=3.5, 10..20, – für leer; ! davor kehrt um, | heißt oder</translation>
    </message>
    <message>
        <source>For example orange, OJ-*, "exact words", – for empty; ! in front turns it around, | means or</source>
        <translation>Zum Beispiel orange, OJ-*, "genaue Wörter", – für leer; ! davor kehrt um, | heißt oder</translation>
    </message>
    <message>
        <source>For more than hours</source>
        <translation>Länger als Stunden</translation>
    </message>
    <message>
        <source>For paper: header, page numbers, filters and time of the data on each page.</source>
        <translation>Für Papier: Kopf, Seitenzahlen, Filter und Zeit der Daten auf jeder Seite.</translation>
    </message>
    <message>
        <source>For people, once it is decided by the figures; then its prices go back</source>
        <translation>Für Menschen, sobald die Zahlen entschieden haben; danach gehen seine Preise zurück</translation>
    </message>
    <message>
        <source>Forecast errors</source>
        <translation>Prognosefehler</translation>
    </message>
    <message>
        <source>Forget the last</source>
        <translation>Letzten vergessen</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Found with probability</source>
        <translation>Gefunden mit Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation>Gefunden: %1</translation>
    </message>
    <message>
        <source>Four hours</source>
        <translation>Vier Stunden</translation>
    </message>
    <message>
        <source>Four weeks</source>
        <translation>Vier Wochen</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Feststellen</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>Häufigkeit</translation>
    </message>
    <message>
        <source>Fresh %</source>
        <translation>Frisch %</translation>
    </message>
    <message>
        <source>Fresh prices, % of a competitor's products, at the end of each hour</source>
        <translation>Frische Preise, % der Produkte eines Wettbewerbers, am Ende jeder Stunde</translation>
    </message>
    <message>
        <source>Freshness by competitor and hour</source>
        <translation>Frische nach Wettbewerber und Stunde</translation>
    </message>
    <message>
        <source>Freshness by competitor and hour: the arrow keys read it off</source>
        <translation>Frische nach Wettbewerber und Stunde: die Pfeiltasten lesen sie ab</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Von %1</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>Ab Tag</translation>
    </message>
    <message>
        <source>From the price now to the proposed one, reason by reason: up and down read it off</source>
        <translation>Vom jetzigen Preis zum vorgeschlagenen, Grund für Grund: auf und ab lesen ab</translation>
    </message>
    <message>
        <source>From which day to which day?</source>
        <translation>Von welchem Tag bis zu welchem Tag?</translation>
    </message>
    <message>
        <source>From {first} to {last} are {periods} periods, and {most} are the most: one of the days is likely mistyped. Nothing was analyzed; look at the first and the last day, or take longer periods (--period).</source>
        <translation>Von {first} bis {last} sind es {periods} Zeiträume, höchstens {most} sind möglich: Einer der Tage ist wohl vertippt. Nichts wurde ausgewertet; sehen Sie den ersten und den letzten Tag an, oder nehmen Sie längere Zeiträume (--period).</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>Von … bis …</translation>
    </message>
    <message>
        <source>Frontier</source>
        <translation>Grenzkurve</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>Eingefroren</translation>
    </message>
    <message>
        <source>GTIN</source>
        <translation>GTIN</translation>
    </message>
    <message>
        <source>Get the new price</source>
        <translation>Erhalten den neuen Preis</translation>
    </message>
    <message>
        <source>Given up, all a week</source>
        <translation>Entgangen, alle pro Woche</translation>
    </message>
    <message>
        <source>Goes out</source>
        <translation>Geht hinaus</translation>
    </message>
    <message>
        <source>Google product data: RSS or Atom</source>
        <translation>Produktdaten für Google: RSS oder Atom</translation>
    </message>
    <message>
        <source>Gouging</source>
        <translation>Preiswucher</translation>
    </message>
    <message>
        <source>Gross margin</source>
        <translation>Bruttomarge</translation>
    </message>
    <message>
        <source>Gross margin at the promotion’s price and the cost in force, net of VAT</source>
        <translation>Rohmarge zum Aktionspreis und zu den geltenden Kosten, ohne MwSt.</translation>
    </message>
    <message>
        <source>Gross margin at the regular price, net of VAT, at replacement cost.</source>
        <translation>Bruttomarge beim regulären Preis, ohne Mehrwertsteuer, zu Wiederbeschaffungskosten.</translation>
    </message>
    <message>
        <source>Gross margin in percent of the price: cost = price × (1 − margin/100)</source>
        <translation>Bruttomarge in Prozent des Preises: Kosten = Preis × (1 − Marge/100)</translation>
    </message>
    <message>
        <source>Gross margin of revenue, net of VAT, where costs are known</source>
        <translation>Bruttomarge vom Umsatz, ohne MwSt., wo Kosten bekannt sind</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Gruppieren nach</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Guard: %1</source>
        <translation>Schutzgröße: %1</translation>
    </message>
    <message>
        <source>Guardrails</source>
        <translation>Leitplanken</translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <translation>HTTP %1</translation>
    </message>
    <message>
        <source>Halted</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Halted by: %1</source>
        <translation>Angehalten durch: %1</translation>
    </message>
    <message>
        <source>Harm beyond</source>
        <translation>Schaden über</translation>
    </message>
    <message>
        <source>Has</source>
        <translation>Hat</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>Have it already</source>
        <translation>Haben ihn schon</translation>
    </message>
    <message>
        <source>Height of rows in tables</source>
        <translation>Höhe der Zeilen in Tabellen</translation>
    </message>
    <message>
        <source>Held back: %1.</source>
        <translation>Zurückgehalten: %1.</translation>
    </message>
    <message>
        <source>High %</source>
        <translation>Oben %</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>Höchster</translation>
    </message>
    <message>
        <source>Highest rival</source>
        <translation>Höchster Wettbewerber</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>History is too short to be replayed: 40 weeks are needed before the first week that is forecast. Nothing was computed. Fewer weeks at each origin need less.</source>
        <translation>Die Historie ist zu kurz zum Nachspielen: Vor der ersten prognostizierten Woche braucht es 40 Wochen. Nichts wurde berechnet. Weniger Wochen je Startpunkt brauchen weniger.</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Enthält</translation>
    </message>
    <message>
        <source>Holds at all looks together, however often somebody looks</source>
        <translation>Gilt für alle Auswertungen zusammen, wie oft auch ausgewertet wird</translation>
    </message>
    <message>
        <source>Holds for</source>
        <translation>Gilt für</translation>
    </message>
    <message>
        <source>Holds however often it is looked at; 95 % unless another level was registered</source>
        <translation>Gilt, wie oft auch ausgewertet wird; 95 %, wenn kein anderes Niveau festgeschrieben wurde</translation>
    </message>
    <message>
        <source>Home  End</source>
        <translation>Pos1  Ende</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>Hours (UTC)</source>
        <translation>Stunden (UTC)</translation>
    </message>
    <message>
        <source>Hours of the week in which the rule holds</source>
        <translation>Stunden der Woche, in denen die Regel gilt</translation>
    </message>
    <message>
        <source>How %1 wants to be asked</source>
        <translation>Wie %1 gefragt werden will</translation>
    </message>
    <message>
        <source>How a change of costs is passed on</source>
        <translation>Wie eine Kostenänderung weitergegeben wird</translation>
    </message>
    <message>
        <source>How competitors' prices moved</source>
        <translation>Wie sich Preise der Wettbewerber bewegten</translation>
    </message>
    <message>
        <source>How far apart the prices are that are drawn from.</source>
        <translation>Wie weit die Preise auseinanderliegen, aus denen gezogen wird.</translation>
    </message>
    <message>
        <source>How far back the prior price of an announced reduction looks.</source>
        <translation>Wie weit der vorherige Preis einer angekündigten Senkung zurückblickt.</translation>
    </message>
    <message>
        <source>How far each comparison reaches back over the last one.</source>
        <translation>Wie weit jeder Abgleich hinter den letzten zurückreicht.</translation>
    </message>
    <message>
        <source>How far the optimizer moves a category's price index in one cycle.</source>
        <translation>Wie weit der Optimierer den Preisindex einer Kategorie in einem Zyklus bewegt.</translation>
    </message>
    <message>
        <source>How far the optimizer moves a price in one cycle.</source>
        <translation>Wie weit der Optimierer einen Preis in einem Zyklus bewegt.</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>Wie es steht</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>How long after a price was seen an order counts as bought at it.</source>
        <translation>Wie lange, nachdem ein Preis gesehen wurde, eine Bestellung als zu ihm gekauft gilt.</translation>
    </message>
    <message>
        <source>How long competitors' offers from watched pages and feeds are kept. Older ones are deleted for good, with the looks that found them; imported offers, each seller's newest ones, and what decisions, alerts and the journal name, stay for ever.</source>
        <translation>Wie lange Angebote von Wettbewerbern aus beobachteten Seiten und Feeds bleiben. Ältere werden endgültig gelöscht, mit den Abrufen, die sie fanden; importierte Angebote, die neuesten jedes Verkäufers und solche, die Entscheidungen, Alarme und das Protokoll nennen, bleiben immer.</translation>
    </message>
    <message>
        <source>How long the last good view of the market stands in when reading fails.</source>
        <translation>Wie lange das letzte gute Marktbild einspringt, wenn das Lesen scheitert.</translation>
    </message>
    <message>
        <source>How long the pages that prices were read from are kept, and looks that found no price.</source>
        <translation>Wie lange die Seiten, von denen Preise gelesen wurden, behalten werden, und Abrufe ohne Preis.</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>Wie viel</translation>
    </message>
    <message>
        <source>How often chance alone, had the arms been drawn otherwise, would have shown as much; at this look alone</source>
        <translation>Wie oft der Zufall allein, wären die Arme anders ausgelost worden, ebenso viel gezeigt hätte; nur bei dieser Auswertung</translation>
    </message>
    <message>
        <source>How often the gateway's books are compared with ours.</source>
        <translation>Wie oft die Bücher des Zahlungsdienstes mit unseren verglichen werden.</translation>
    </message>
    <message>
        <source>How old a signed message of the gateway may be.</source>
        <translation>Wie alt eine signierte Nachricht des Zahlungsdienstes sein darf.</translation>
    </message>
    <message>
        <source>How the file is read</source>
        <translation>Wie die Datei gelesen wird</translation>
    </message>
    <message>
        <source>How the new price is said</source>
        <translation>Wie der neue Preis angegeben wird</translation>
    </message>
    <message>
        <source>How they are told apart</source>
        <translation>Wie sie unterschieden werden</translation>
    </message>
    <message>
        <source>Hypothesis</source>
        <translation>Annahme</translation>
    </message>
    <message>
        <source>I for %1</source>
        <translation>Ich für %1</translation>
    </message>
    <message>
        <source>ISO 4217 code; where it is missing, the price zone's currency</source>
        <translation>ISO-4217-Kürzel; wo es fehlt, die Währung der Preiszone</translation>
    </message>
    <message>
        <source>If</source>
        <translation>Wenn</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Import products with their prices, costs and sales: then they stand here, and a cycle can learn what a price does.</source>
        <translation>Importieren Sie Artikel mit Preisen, Kosten und Verkäufen: Dann stehen sie hier, und ein Zyklus kann lernen, was ein Preis bewirkt.</translation>
    </message>
    <message>
        <source>Import sales…</source>
        <translation>Verkäufe importieren…</translation>
    </message>
    <message>
        <source>Import, or propose what was edited</source>
        <translation>Importieren, oder vorschlagen, was bearbeitet wurde</translation>
    </message>
    <message>
        <source>Importing %1 …</source>
        <translation>%1 wird importiert …</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>Imports that were made</source>
        <translation>Importe, die gemacht wurden</translation>
    </message>
    <message>
        <source>Imports that were made; Del takes one back</source>
        <translation>Importe, die gemacht wurden; Entf nimmt einen zurück</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Drin</translation>
    </message>
    <message>
        <source>In 80 %</source>
        <translation>In 80 %</translation>
    </message>
    <message>
        <source>In 90 %</source>
        <translation>In 90 %</translation>
    </message>
    <message>
        <source>In 95 %</source>
        <translation>In 95 %</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>Zweifelhaft</translation>
    </message>
    <message>
        <source>In the channel</source>
        <translation>Im Kanal</translation>
    </message>
    <message>
        <source>In the workbook</source>
        <translation>In der Mappe</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>In Frist</translation>
    </message>
    <message>
        <source>In which a zone keeps one price: whole weeks</source>
        <translation>In denen eine Zone einen Preis behält: ganze Wochen</translation>
    </message>
    <message>
        <source>In which its prices are left alone afterwards</source>
        <translation>In denen seine Preise danach in Ruhe bleiben</translation>
    </message>
    <message>
        <source>In {seconds} s no prices were found that keep all limits. Nothing says that there are none: allow more time.</source>
        <translation>In {seconds} s wurden keine Preise gefunden, die alle Grenzen einhalten. Das heißt nicht, dass es keine gibt: mehr Zeit geben.</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>Index &lt; 95</source>
        <translation>Index &lt; 95</translation>
    </message>
    <message>
        <source>Index at most</source>
        <translation>Index höchstens</translation>
    </message>
    <message>
        <source>Inference that takes longer is replaced by rules.</source>
        <translation>Dauert die Berechnung länger, treten Regeln an ihre Stelle.</translation>
    </message>
    <message>
        <source>Inner addresses that a gateway may be at; empty: none.</source>
        <translation>Interne Adressen, unter denen ein Zahlungsdienst liegen darf; leer: keine.</translation>
    </message>
    <message>
        <source>Input · age</source>
        <translation>Eingabe · Alter</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Eingaben</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Innerhalb</translation>
    </message>
    <message>
        <source>Inside ≥</source>
        <translation>Innerhalb ≥</translation>
    </message>
    <message>
        <source>Inside: in the predicted 90 % interval, the measurement’s own noise added to it; sd: how far apart</source>
        <translation>Innerhalb: im vorhergesagten 90-%-Intervall, das Rauschen der Messung hinzugerechnet; SD: wie weit auseinander</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>Einblicke</translation>
    </message>
    <message>
        <source>Insights: A/B tests</source>
        <translation>Einblicke: A/B-Tests</translation>
    </message>
    <message>
        <source>Insights: against the weeks before, or last year</source>
        <translation>Einblicke: gegen die Wochen davor oder das Vorjahr</translation>
    </message>
    <message>
        <source>Insights: another period</source>
        <translation>Einblicke: anderer Zeitraum</translation>
    </message>
    <message>
        <source>Insights: prices that keep score</source>
        <translation>Einblicke: Trefferbild der Preise</translation>
    </message>
    <message>
        <source>Insights: revenue</source>
        <translation>Einblicke: Umsatz</translation>
    </message>
    <message>
        <source>Insights: revenue or profit</source>
        <translation>Einblicke: Umsatz oder Gewinn</translation>
    </message>
    <message>
        <source>Instead of price: takings of the period; price = revenue ÷ units</source>
        <translation>Statt price: Einnahmen des Zeitraums; Preis = revenue ÷ units</translation>
    </message>
    <message>
        <source>Intended against live</source>
        <translation>Soll gegen live</translation>
    </message>
    <message>
        <source>Intended against live prices</source>
        <translation>Soll- gegen Live-Preise</translation>
    </message>
    <message>
        <source>Intended against live · %1 differ</source>
        <translation>Soll gegen live · %1 weichen ab</translation>
    </message>
    <message>
        <source>Invoice lines only: the invoice number; one that starts with C is a cancellation</source>
        <translation>Nur Rechnungszeilen: die Rechnungsnummer; eine, die mit C beginnt, ist eine Stornierung</translation>
    </message>
    <message>
        <source>It already runs as long as was registered.</source>
        <translation>Er läuft schon so lange wie festgeschrieben.</translation>
    </message>
    <message>
        <source>It begins once a cycle has let %1 decide its first zones.</source>
        <translation>Er beginnt, sobald ein Zyklus %1 die ersten Zonen entscheiden ließ.</translation>
    </message>
    <message>
        <source>It begins with the next check: prices on the lists stay as they are.</source>
        <translation>Er beginnt mit der nächsten Prüfung: die Preise auf den Listen bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>It can be compared with others later.</source>
        <translation>Es lässt sich später mit anderen vergleichen.</translation>
    </message>
    <message>
        <source>It can run on for {most} more days at most: that was registered. Nothing was changed.</source>
        <translation>Er kann noch höchstens {most} Tage weiterlaufen: So wurde es festgeschrieben. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>It can start</source>
        <translation>Er kann beginnen</translation>
    </message>
    <message>
        <source>It can start, but is weaker than asked</source>
        <translation>Kann starten, ist aber schwächer als verlangt</translation>
    </message>
    <message>
        <source>It cannot start as it is</source>
        <translation>So kann er nicht starten</translation>
    </message>
    <message>
        <source>It cannot start as it is · %1</source>
        <translation>So, wie er ist, kann er nicht starten · %1</translation>
    </message>
    <message>
        <source>It cannot start: %1 E changes it.</source>
        <translation>Er kann nicht beginnen: %1 E ändert ihn.</translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation>Es endet, bevor es beginnt.</translation>
    </message>
    <message>
        <source>It has more than {limit} pages: the rest was not asked for, what came was kept.</source>
        <translation>Er hat mehr als {limit} Seiten: Der Rest wurde nicht abgefragt, was kam, wurde behalten.</translation>
    </message>
    <message>
        <source>It has more than {limit} rows: the rest was not read, what came before was kept.</source>
        <translation>Er hat mehr als {limit} Zeilen: Der Rest wurde nicht gelesen, was davor kam, wurde behalten.</translation>
    </message>
    <message>
        <source>It has no regular price in force, so nothing tells what a reduction would be.</source>
        <translation>Es gilt kein Regelpreis; so sagt nichts, was eine Senkung wäre.</translation>
    </message>
    <message>
        <source>It has no rows, or no file is there yet.</source>
        <translation>Er hat keine Zeilen, oder es ist noch keine Datei da.</translation>
    </message>
    <message>
        <source>It is kept as a draft, but was not started. %1</source>
        <translation>Er ist als Entwurf behalten, wurde aber nicht gestartet. %1</translation>
    </message>
    <message>
        <source>It is larger than {limit}: the rest was not read, what came before was kept.</source>
        <translation>Er ist größer als {limit}: Der Rest wurde nicht gelesen, was davor kam, wurde behalten.</translation>
    </message>
    <message>
        <source>It is not below the regular price of {price}.</source>
        <translation>Er liegt nicht unter dem Regelpreis von {price}.</translation>
    </message>
    <message>
        <source>It is not known whether the last change reached the disk. Open the workspace again and look before you repeat it.</source>
        <translation>Es ist nicht bekannt, ob die letzte Änderung auf die Platte gelangte. Öffnen Sie die Arbeitsmappe noch einmal, und sehen Sie nach, bevor Sie sie wiederholen.</translation>
    </message>
    <message>
        <source>It is not saved: Ctrl+S keeps it as a draft, Esc again leaves it</source>
        <translation>Er ist nicht gespeichert: Strg+S behält ihn als Entwurf, noch einmal Esc verlässt ihn</translation>
    </message>
    <message>
        <source>It is over: what was is not changed</source>
        <translation>Sie ist vorbei: Gewesenes wird nicht geändert</translation>
    </message>
    <message>
        <source>It lies below the absolute floor of {price}.</source>
        <translation>Er liegt unter der absoluten Untergrenze von {price}.</translation>
    </message>
    <message>
        <source>It lies below the minimum advertised price of {price}.</source>
        <translation>Er liegt unter dem Mindestwerbepreis von {price}.</translation>
    </message>
    <message>
        <source>It needs both of its account's keys: apikey:apitoken.</source>
        <translation>Er braucht beide Schlüssel seines Kontos: apikey:apitoken.</translation>
    </message>
    <message>
        <source>It stands in the journal, with your name.</source>
        <translation>Es steht im Journal, mit Ihrem Namen.</translation>
    </message>
    <message>
        <source>It stands in the journal, with your name. A site whose terms are refused is not asked.</source>
        <translation>Es steht mit Ihrem Namen im Protokoll. Eine Website, deren Bedingungen abgelehnt sind, wird nicht gefragt.</translation>
    </message>
    <message>
        <source>It stands in the journal, with your name. Shift+T refuses them instead.</source>
        <translation>Es steht mit Ihrem Namen im Protokoll. Umschalt+T lehnt sie stattdessen ab.</translation>
    </message>
    <message>
        <source>It waits for a cycle: %1 decides its first zones in the next one.</source>
        <translation>Er wartet auf einen Zyklus: Im nächsten entscheidet %1 die ersten Zonen.</translation>
    </message>
    <message>
        <source>It was cancelled before it began; nothing was changed.</source>
        <translation>Es wurde abgebrochen, bevor es begann; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>It was changed again since. Nothing was put back.</source>
        <translation>Es wurde seitdem wieder geändert. Nichts wurde zurückgesetzt.</translation>
    </message>
    <message>
        <source>It was not asked: keys go over https only, and {host} was to be asked without.</source>
        <translation>Nichts wurde abgefragt: Schlüssel gehen nur über https, und {host} sollte ohne gefragt werden.</translation>
    </message>
    <message>
        <source>It was stopped; what came was kept.</source>
        <translation>Es wurde angehalten; was kam, wurde behalten.</translation>
    </message>
    <message>
        <source>It would be looked at less often than once in its planned time. Nothing was changed.</source>
        <translation>In seiner geplanten Zeit würde nicht einmal nachgesehen. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>It would have fired %1 times in 90 days, told in %2 messages</source>
        <translation>Er hätte in 90 Tagen %1-mal ausgelöst, gemeldet in %2 Meldungen</translation>
    </message>
    <message>
        <source>It would not have fired in the last 90 days.</source>
        <translation>Er hätte in den letzten 90 Tagen nicht ausgelöst.</translation>
    </message>
    <message>
        <source>Its category? A new one may be typed.</source>
        <translation>Seine Kategorie? Eine neue darf getippt werden.</translation>
    </message>
    <message>
        <source>Its code? Codes are compared exactly.</source>
        <translation>Sein Code? Codes werden genau verglichen.</translation>
    </message>
    <message>
        <source>Its days are over already.</source>
        <translation>Ihre Tage sind schon vorbei.</translation>
    </message>
    <message>
        <source>Its first prices are in Approvals. It begins once they are in force.</source>
        <translation>Seine ersten Preise sind unter Freigaben. Er beginnt, sobald sie gelten.</translation>
    </message>
    <message>
        <source>Its first prices wait in Approvals. It begins once all of them are in force.</source>
        <translation>Seine ersten Preise warten in den Freigaben. Er beginnt, sobald alle gelten.</translation>
    </message>
    <message>
        <source>Its id</source>
        <translation>Seine Kennung</translation>
    </message>
    <message>
        <source>Its key is missing or has the wrong form. Nothing was asked. Set it: secret set NAME.</source>
        <translation>Der Schlüssel fehlt oder hat die falsche Form. Nichts wurde abgefragt. Setzen Sie ihn: secret set NAME.</translation>
    </message>
    <message>
        <source>Its longest time is shorter than its planned one. Nothing was changed.</source>
        <translation>Seine längste Zeit ist kürzer als die geplante. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Its margin is not known: there is no usable cost.</source>
        <translation>Die Marge ist unbekannt: es gibt keine brauchbaren Kosten.</translation>
    </message>
    <message>
        <source>Its margin of {margin} % lies below the minimum of {least} %: a manager may plan it.</source>
        <translation>Die Marge von {margin} % liegt unter dem Minimum von {least} %: eine Führungskraft darf sie planen.</translation>
    </message>
    <message>
        <source>Its margin of {margin} % lies below the minimum of {least} %: a manager may set it. Nothing was added.</source>
        <translation>Die Marge von {margin} % liegt unter dem Minimum von {least} %: eine Führungskraft darf ihn setzen. Es wurde nichts angelegt.</translation>
    </message>
    <message>
        <source>Its margin of {margin} % lies below the minimum of {least} %; the journal says so.</source>
        <translation>Die Marge von {margin} % liegt unter dem Minimum von {least} %; das Journal sagt es.</translation>
    </message>
    <message>
        <source>Its next page is on another host ({host}), and was not asked for. What came was kept.</source>
        <translation>Seine nächste Seite liegt auf einem anderen Rechner ({host}) und wurde nicht abgefragt. Was kam, wurde behalten.</translation>
    </message>
    <message>
        <source>Its pages go in a circle: the rest was not asked for, what came was kept. Check the mapping's "next".</source>
        <translation>Die Seiten führen im Kreis: der Rest wurde nicht abgefragt, was kam, wurde behalten. Prüfen Sie „next“ in der Zuordnung.</translation>
    </message>
    <message>
        <source>Its plan is frozen when it starts; it begins with a cycle</source>
        <translation>Sein Plan wird beim Start eingefroren; er beginnt mit einem Zyklus</translation>
    </message>
    <message>
        <source>Its plan is frozen when it starts; its prices go through Approvals</source>
        <translation>Sein Plan wird beim Start eingefroren; seine Preise gehen durch die Freigaben</translation>
    </message>
    <message>
        <source>Its planned time must hold four blocks at least. Nothing was changed.</source>
        <translation>In seine geplante Zeit müssen mindestens vier Blöcke passen. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Its port: mostly 587 with starttls, 465 with tls.</source>
        <translation>Sein Port: meist 587 mit starttls, 465 mit tls.</translation>
    </message>
    <message>
        <source>Its prices are left alone until %1.</source>
        <translation>Seine Preise bleiben bis %1 in Ruhe.</translation>
    </message>
    <message>
        <source>Its zones come in steps</source>
        <translation>Seine Zonen kommen in Schritten</translation>
    </message>
    <message>
        <source>J  K</source>
        <translation>J  K</translation>
    </message>
    <message>
        <source>J  K  ↓  ↑</source>
        <translation>J  K  ↓  ↑</translation>
    </message>
    <message>
        <source>J K</source>
        <translation>J K</translation>
    </message>
    <message>
        <source>JSON says</source>
        <translation>JSON sagt</translation>
    </message>
    <message>
        <source>JSON, by a mapping</source>
        <translation>JSON, nach einer Zuordnung</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Zusammenlegen</translation>
    </message>
    <message>
        <source>Join two batches</source>
        <translation>Zwei Preispakete zusammenlegen</translation>
    </message>
    <message>
        <source>Judges every test under way now. It happens by itself every hour, after a cycle and after new sales.</source>
        <translation>Beurteilt jetzt jeden laufenden Test. Das geschieht von selbst jede Stunde, nach einem Zyklus und nach neuen Verkäufen.</translation>
    </message>
    <message>
        <source>KL %1</source>
        <translation>KL %1</translation>
    </message>
    <message>
        <source>KVI</source>
        <translation>KVI</translation>
    </message>
    <message>
        <source>KVI ≤ %1</source>
        <translation>KVI ≤ %1</translation>
    </message>
    <message>
        <source>KVI, %</source>
        <translation>KVI, %</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Aufbewahren</translation>
    </message>
    <message>
        <source>Keep both prices meanwhile</source>
        <translation>Behalten so lange beide Preise</translation>
    </message>
    <message>
        <source>Keep the scenario…</source>
        <translation>Szenario aufbewahren…</translation>
    </message>
    <message>
        <source>Keep this scenario</source>
        <translation>Dieses Szenario aufbewahren</translation>
    </message>
    <message>
        <source>Keep…</source>
        <translation>Aufbewahren…</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Bleibt erhalten</translation>
    </message>
    <message>
        <source>Kept its word</source>
        <translation>Wort gehalten</translation>
    </message>
    <message>
        <source>Kept page</source>
        <translation>Aufbewahrte Seite</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Key value item, foreground, background or tail. F2 changes it.</source>
        <translation>Schlüsselartikel (KVI), Vordergrund, Hintergrund oder Randsortiment. F2 ändert es.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Keys of %1</source>
        <translation>Tasten von %1</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Kind of entry: %1</source>
        <translation>Art des Eintrags: %1</translation>
    </message>
    <message>
        <source>Labels to change: one for each price in a zone.</source>
        <translation>Zu wechselnde Etiketten: eines für jeden Preis in einer Zone.</translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation>Preisleiter</translation>
    </message>
    <message>
        <source>Ladder of %1 changed · U takes back</source>
        <translation>Preisleiter von %1 geändert · U nimmt zurück</translation>
    </message>
    <message>
        <source>Language asked for</source>
        <translation>Gewünschte Sprache</translation>
    </message>
    <message>
        <source>Language, from the next start</source>
        <translation>Sprache, ab dem nächsten Start</translation>
    </message>
    <message>
        <source>Largest change that a manager may approve.</source>
        <translation>Größte Änderung, die eine Führungskraft genehmigen darf.</translation>
    </message>
    <message>
        <source>Largest change that an analyst may approve.</source>
        <translation>Größte Änderung, die ein Analyst genehmigen darf.</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Last 365 days</source>
        <translation>Letzte 365 Tage</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>Letzte 90 Tage</translation>
    </message>
    <message>
        <source>Last cycle, station by station</source>
        <translation>Letzter Zyklus, Station für Station</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Last decision</source>
        <translation>Letzte Entscheidung</translation>
    </message>
    <message>
        <source>Last price</source>
        <translation>Letzter Preis</translation>
    </message>
    <message>
        <source>Last read</source>
        <translation>Zuletzt gelesen</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Vorjahr</translation>
    </message>
    <message>
        <source>Lasts</source>
        <translation>Dauert</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Later cycle</source>
        <translation>Späterer Zyklus</translation>
    </message>
    <message>
        <source>Laws and VAT rates are found by the market; schedules of rules go by the time zone.</source>
        <translation>Gesetze und MwSt.-Sätze richten sich nach dem Markt; Zeitpläne der Regeln nach der Zeitzone.</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Learnt</source>
        <translation>Gelernt</translation>
    </message>
    <message>
        <source>Learnt from</source>
        <translation>Gelernt aus</translation>
    </message>
    <message>
        <source>Least lift to find</source>
        <translation>Kleinste zu findende Wirkung</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Lassen</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Lassen, wie es ist</translation>
    </message>
    <message>
        <source>Leave the password out: it belongs into the field Key.</source>
        <translation>Lassen Sie das Passwort weg: Es gehört in das Feld Schlüssel.</translation>
    </message>
    <message>
        <source>Leave without a batch</source>
        <translation>Ohne Preispaket verlassen</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Length of the period; where it is missing, told by how far the days of a listing stand apart</source>
        <translation>Länge des Zeitraums; wo sie fehlt, ergibt sie sich aus dem Abstand der Tage eines Artikels</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Level %</source>
        <translation>Stufe %</translation>
    </message>
    <message>
        <source>Level (100 is parity)</source>
        <translation>Höhe (100 ist Gleichstand)</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Lift %</source>
        <translation>Wirkung %</translation>
    </message>
    <message>
        <source>Lift by category</source>
        <translation>Zuwachs je Kategorie</translation>
    </message>
    <message>
        <source>Lift by quarter</source>
        <translation>Wirkung nach Quartal</translation>
    </message>
    <message>
        <source>Lift of published prices</source>
        <translation>Wirkung veröffentlichter Preise</translation>
    </message>
    <message>
        <source>Lift of tests</source>
        <translation>Wirkung der Tests</translation>
    </message>
    <message>
        <source>Lift over the days</source>
        <translation>Wirkung über die Tage</translation>
    </message>
    <message>
        <source>Lift over the days: left and right read the looks off</source>
        <translation>Wirkung über die Tage: Links und rechts lesen die Auswertungen ab</translation>
    </message>
    <message>
        <source>Lift, as found</source>
        <translation>Wirkung, wie gefunden</translation>
    </message>
    <message>
        <source>Lifts of all tests</source>
        <translation>Wirkungen aller Tests</translation>
    </message>
    <message>
        <source>Lifts of all tests: up and down read them off</source>
        <translation>Wirkungen aller Tests: auf und ab lesen sie ab</translation>
    </message>
    <message>
        <source>Lifts of tests together</source>
        <translation>Wirkungen der Tests zusammen</translation>
    </message>
    <message>
        <source>Like this…</source>
        <translation>Wie diese…</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Limit is</source>
        <translation>Grenze ist</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Limits of %1 changed · U takes back</source>
        <translation>Grenzen von %1 geändert · U nimmt zurück</translation>
    </message>
    <message>
        <source>Limits say</source>
        <translation>Grenzen sagen</translation>
    </message>
    <message>
        <source>Limits · %1 of %2 need a look</source>
        <translation>Grenzen · %1 von %2 brauchen einen Blick</translation>
    </message>
    <message>
        <source>Limits · all %1 kept</source>
        <translation>Grenzen · alle %1 eingehalten</translation>
    </message>
    <message>
        <source>Limits, margin and index can still be tried with + and −.</source>
        <translation>Grenzen, Marge und Index lassen sich mit + und − trotzdem ausprobieren.</translation>
    </message>
    <message>
        <source>Line {line} of the results cannot be read: {what}. Nothing was computed; columns are test, category, period, lift and standard_error, and if you like weight and rolled_out.</source>
        <translation>Zeile {line} der Ergebnisse kann nicht gelesen werden: {what}. Nichts wurde berechnet; die Spalten sind test, category, period, lift und standard_error, und wenn Sie mögen weight und rolled_out.</translation>
    </message>
    <message>
        <source>Listing {listing} is not part of this decision's inputs.</source>
        <translation>Artikel {listing} gehört nicht zu den Eingaben dieser Entscheidung.</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Halten</translation>
    </message>
    <message>
        <source>Lock or unlock the tried price</source>
        <translation>Den ausprobierten Preis festhalten oder lösen</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Festgehalten</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Hinsehen</translation>
    </message>
    <message>
        <source>Look at the competitors' pages that are due</source>
        <translation>Fällige Seiten der Wettbewerber abrufen</translation>
    </message>
    <message>
        <source>Look further</source>
        <translation>Weiter suchen</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>Jetzt abrufen</translation>
    </message>
    <message>
        <source>Looked at every %1. It stops by itself when harm is certain.</source>
        <translation>Ausgewertet alle %1. Er hält von selbst an, wenn ein Schaden sicher ist.</translation>
    </message>
    <message>
        <source>Looked at every, days</source>
        <translation>Ausgewertet alle, Tage</translation>
    </message>
    <message>
        <source>Looking through the journal …</source>
        <translation>Das Journal wird durchsucht …</translation>
    </message>
    <message>
        <source>Looking through the journal, %1 %</source>
        <translation>Das Journal wird durchsucht, %1 %</translation>
    </message>
    <message>
        <source>Looking whether it can start …</source>
        <translation>Es wird geprüft, ob er beginnen kann …</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Prüft …</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Blicke</translation>
    </message>
    <message>
        <source>Looks are shares of the planned units, and nobody said how many these are. Nothing was decided; say it (--planned-units).</source>
        <translation>Blicke sind Anteile der geplanten Einheiten, und niemand sagte, wie viele das sind. Nichts wurde entschieden; geben Sie sie an (--planned-units).</translation>
    </message>
    <message>
        <source>Looks at watched pages are spread out to stay within this; 0: as often as they are worth.</source>
        <translation>Abrufe beobachteter Seiten werden so verteilt, dass sie darin bleiben; 0: so oft, wie sie es wert sind.</translation>
    </message>
    <message>
        <source>Looks of the last 24 hours that found a price</source>
        <translation>Abrufe der letzten 24 Stunden, die einen Preis fanden</translation>
    </message>
    <message>
        <source>Looks of the last 24 hours that found a price; 99.5 % are promised</source>
        <translation>Blicke der letzten 24 Stunden, die einen Preis fanden; 99,5 % sind zugesagt</translation>
    </message>
    <message>
        <source>Loses less while it runs, and costs certainty: at its floor it takes up to %1 times as many visitors to tell the lift as half and half. Lift and interval are corrected for the shares.</source>
        <translation>Verliert weniger, während er läuft, und kostet Sicherheit: an seinem Boden braucht es bis zu %1-mal so viele Besucher wie halb und halb, um die Wirkung zu nennen. Wirkung und Intervall werden um die Anteile berichtigt.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Low %</source>
        <translation>Tief %</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>Niedrigster</translation>
    </message>
    <message>
        <source>Lowest rival</source>
        <translation>Niedrigster Wettbewerber</translation>
    </message>
    <message>
        <source>M  Q  Y</source>
        <translation>M  Q  Y</translation>
    </message>
    <message>
        <source>MAP</source>
        <translation>MAP</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Gemacht von</translation>
    </message>
    <message>
        <source>Made: %1.</source>
        <translation>Angelegt: %1.</translation>
    </message>
    <message>
        <source>Mail goes to at most {limit} addresses at once.</source>
        <translation>Eine Mail geht an höchstens {limit} Adressen zugleich.</translation>
    </message>
    <message>
        <source>Mail server that notices are sent through; empty: none are sent by mail.</source>
        <translation>Mailserver, über den Mitteilungen gehen; leer: keine per Mail.</translation>
    </message>
    <message>
        <source>Mail to</source>
        <translation>Mail an</translation>
    </message>
    <message>
        <source>Mapping (JSON)</source>
        <translation>Zuordnung (JSON)</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Marge</translation>
    </message>
    <message>
        <source>Margin %</source>
        <translation>Marge %</translation>
    </message>
    <message>
        <source>Margin %1 → %2 %</source>
        <translation>Marge %1 → %2 %</translation>
    </message>
    <message>
        <source>Margin before</source>
        <translation>Marge davor</translation>
    </message>
    <message>
        <source>Margin earned ÷ margin of the same units at the prices that were set. 100 % means that nothing leaked through deals, coupons and old price tags. Interval 90 %, by how much weeks differ.</source>
        <translation>Erzielte Marge ÷ Marge derselben Stückzahl zu den gesetzten Preisen. 100 % heißt, dass nichts durch Rabatte, Gutscheine und alte Etiketten verloren ging. Intervall 90 %, danach, wie sehr sich die Wochen unterscheiden.</translation>
    </message>
    <message>
        <source>Margin earned ÷ margin of the same units at the prices that were set: 100 is as planned</source>
        <translation>Erzielte Marge ÷ Marge derselben Stückzahl zu den gesetzten Preisen: 100 ist wie geplant</translation>
    </message>
    <message>
        <source>Margin now</source>
        <translation>Marge jetzt</translation>
    </message>
    <message>
        <source>Margin now %</source>
        <translation>Marge jetzt %</translation>
    </message>
    <message>
        <source>Margin of plan</source>
        <translation>Marge gemessen am Plan</translation>
    </message>
    <message>
        <source>Margin proposed %</source>
        <translation>Marge vorgeschlagen %</translation>
    </message>
    <message>
        <source>Margin target</source>
        <translation>Margenziel</translation>
    </message>
    <message>
        <source>Margin that rules aim at where inference fails.</source>
        <translation>Marge, die Regeln anstreben, wo die Berechnung scheitert.</translation>
    </message>
    <message>
        <source>Margin then %</source>
        <translation>Marge dann %</translation>
    </message>
    <message>
        <source>Marked as dealt with · D opens it again</source>
        <translation>Als erledigt vermerkt · D öffnet sie wieder</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Markt</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Zuordnungen</translation>
    </message>
    <message>
        <source>Mean forecast less units sold, of units sold: + is too much</source>
        <translation>Mittlere Prognose weniger Absatz, vom Absatz: + ist zu viel</translation>
    </message>
    <message>
        <source>Mean rival</source>
        <translation>Mittlerer Wettbewerber</translation>
    </message>
    <message>
        <source>Meanwhile</source>
        <translation>Währenddessen</translation>
    </message>
    <message>
        <source>Median over tests of the period that came to a verdict, from the first day that is compared.</source>
        <translation>Median über die Tests des Zeitraums, die zu einem Urteil kamen, ab dem ersten Tag, der verglichen wird.</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Messages are grouped by none, competitor or category, not by "{value}". Nothing was saved.</source>
        <translation>Meldungen werden nach none, competitor oder category gruppiert, nicht nach „{value}“. Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Minimum advertised price by contract</source>
        <translation>Vertraglicher Mindestwerbepreis</translation>
    </message>
    <message>
        <source>Minimum advertised price by contract, where it is lawful.</source>
        <translation>Vertraglicher Mindestwerbepreis, wo er erlaubt ist.</translation>
    </message>
    <message>
        <source>Minimum gross margin, net of VAT.</source>
        <translation>Mindestrohmarge, ohne MwSt.</translation>
    </message>
    <message>
        <source>Misled nowhere</source>
        <translation>Irrt nirgends</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Mix</source>
        <translation>Mix</translation>
    </message>
    <message>
        <source>Mixes products</source>
        <translation>Mischt Artikel</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Model %1</source>
        <translation>Modell %1</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Monday morning</source>
        <translation>Montagmorgen</translation>
    </message>
    <message>
        <source>Money a week given up for one standard deviation less of a price’s profit: plans with more of it prefer what is known well</source>
        <translation>Geld je Woche, das für eine Standardabweichung weniger im Gewinn eines Preises aufgegeben wird: Pläne mit mehr davon bevorzugen, was gut bekannt ist</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>More changes of one price in 24 hours need approval.</source>
        <translation>Mehr Änderungen eines Preises in 24 Stunden brauchen eine Genehmigung.</translation>
    </message>
    <message>
        <source>More changes of one price in 7 days need approval.</source>
        <translation>Mehr Änderungen eines Preises in 7 Tagen brauchen eine Genehmigung.</translation>
    </message>
    <message>
        <source>More changes than this halt the cycle.</source>
        <translation>Mehr Änderungen als diese halten den Zyklus an.</translation>
    </message>
    <message>
        <source>More changes than this on a floor halt the cycle.</source>
        <translation>Mehr Änderungen an einer Untergrenze als diese halten den Zyklus an.</translation>
    </message>
    <message>
        <source>More days do not mend that: look for a larger lift, or count less.</source>
        <translation>Mehr Tage ändern das nicht: Suchen Sie eine größere Veränderung, oder zählen Sie weniger.</translation>
    </message>
    <message>
        <source>More of what brings much a unit, or of what brings little</source>
        <translation>Mehr von dem, was je Stück viel bringt, oder von dem, was wenig bringt</translation>
    </message>
    <message>
        <source>More units than this can be computed with to enough digits. Nothing was decided.</source>
        <translation>Mit so vielen Einheiten kann nicht mehr genau genug gerechnet werden. Es wurde nichts entschieden.</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Bewegt</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>Bewegungen</translation>
    </message>
    <message>
        <source>Moves of the last week</source>
        <translation>Bewegungen der letzten Woche</translation>
    </message>
    <message>
        <source>Mutual undercutting this often in 7 days is a price war.</source>
        <translation>Gegenseitiges Unterbieten so oft in 7 Tagen ist ein Preiskrieg.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name in commands</source>
        <translation>Name in Befehlen</translation>
    </message>
    <message>
        <source>Name of the batch</source>
        <translation>Name des Preispakets</translation>
    </message>
    <message>
        <source>Name of the mapping</source>
        <translation>Name der Zuordnung</translation>
    </message>
    <message>
        <source>Name of this view: columns, order, filters and groups are kept.</source>
        <translation>Name dieser Ansicht: Spalten, Reihenfolge, Filter und Gruppen werden aufbewahrt.</translation>
    </message>
    <message>
        <source>Name the key by letters, digits and _; the key itself never belongs here. Nothing was changed.</source>
        <translation>Benennen Sie den Schlüssel mit Buchstaben, Ziffern und _; der Schlüssel selbst gehört nie hierher. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Nearly every row was rejected, so the file was probably read the wrong way. Nothing was imported. Look with --preview.</source>
        <translation>Fast jede Zeile wurde abgewiesen, die Datei wurde also wohl falsch gelesen. Nichts wurde importiert. Sehen Sie mit --preview nach.</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Braucht Sie</translation>
    </message>
    <message>
        <source>Net of VAT, in the workspace’s currency. F2 types it, Ctrl+V pastes a column</source>
        <translation>Ohne MwSt., in der Währung des Arbeitsbereichs. F2 tippt es, Strg+V fügt eine Spalte ein</translation>
    </message>
    <message>
        <source>Net of VAT, over all prices that sold. A price that was returned more than it sold counts as negative.</source>
        <translation>Ohne MwSt., über alle Preise, die sich verkauften. Ein Preis, der öfter zurückkam, als er sich verkaufte, zählt negativ.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>New alert</source>
        <translation>Neuer Alarm</translation>
    </message>
    <message>
        <source>New alert on the market…</source>
        <translation>Neuer Alarm auf den Markt…</translation>
    </message>
    <message>
        <source>New alert…</source>
        <translation>Neuer Alarm…</translation>
    </message>
    <message>
        <source>New batch</source>
        <translation>Neues Preispaket</translation>
    </message>
    <message>
        <source>New batch (key N)</source>
        <translation>Neues Preispaket (Taste N)</translation>
    </message>
    <message>
        <source>New batch from approvals</source>
        <translation>Neues Preispaket aus Freigaben</translation>
    </message>
    <message>
        <source>New cost</source>
        <translation>Neue Kosten</translation>
    </message>
    <message>
        <source>New feed…</source>
        <translation>Neuer Feed …</translation>
    </message>
    <message>
        <source>New offers</source>
        <translation>Neue Angebote</translation>
    </message>
    <message>
        <source>New price</source>
        <translation>Neuer Preis</translation>
    </message>
    <message>
        <source>New price %</source>
        <translation>Neuer Preis, %</translation>
    </message>
    <message>
        <source>New price against old, of what the test is decided by</source>
        <translation>Neuer Preis gegen alten, bei der Größe, die den Test entscheidet</translation>
    </message>
    <message>
        <source>New price shown to</source>
        <translation>Neuen Preis sehen</translation>
    </message>
    <message>
        <source>New price test…</source>
        <translation>Neuer Preistest…</translation>
    </message>
    <message>
        <source>New price, or change in percent</source>
        <translation>Neuer Preis, oder Änderung in Prozent</translation>
    </message>
    <message>
        <source>New prices come and go</source>
        <translation>Neue Preise kommen und gehen</translation>
    </message>
    <message>
        <source>New prices come in steps</source>
        <translation>Neue Preise kommen in Stufen</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>Neues Produkt</translation>
    </message>
    <message>
        <source>New product …</source>
        <translation>Neues Produkt …</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Neue Regel</translation>
    </message>
    <message>
        <source>New rule %1</source>
        <translation>Neue Regel %1</translation>
    </message>
    <message>
        <source>New service or feed…</source>
        <translation>Neuer Dienst oder Feed …</translation>
    </message>
    <message>
        <source>New test</source>
        <translation>Neuer Test</translation>
    </message>
    <message>
        <source>New version of a model</source>
        <translation>Neue Version eines Modells</translation>
    </message>
    <message>
        <source>New version of a model…</source>
        <translation>Neue Version eines Modells…</translation>
    </message>
    <message>
        <source>New version…</source>
        <translation>Neue Version…</translation>
    </message>
    <message>
        <source>Newest first · times at this desk, %1</source>
        <translation>Neueste zuerst · Zeiten an diesem Platz, %1</translation>
    </message>
    <message>
        <source>Newest four weeks against the half year before; alarm from KL 0.1 on. No reason to learn anew.</source>
        <translation>Neueste vier Wochen gegen das halbe Jahr davor; Alarm ab KL 0,1. Kein Grund, neu zu lernen.</translation>
    </message>
    <message>
        <source>Newest weeks %</source>
        <translation>Neueste Wochen %</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>Next in</source>
        <translation>Nächstes in</translation>
    </message>
    <message>
        <source>Next look</source>
        <translation>Nächste Auswertung</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>No Chromium was found. Nothing was fetched, the last prices stay. Install chromium, or let the site be asked by requests.</source>
        <translation>Kein Chromium gefunden. Nichts wurde abgerufen, die letzten Preise bleiben. Installieren Sie chromium, oder lassen Sie die Website durch Anfragen abrufen.</translation>
    </message>
    <message>
        <source>No address is set for webhooks: notify.webhook.url. Notices wait.</source>
        <translation>Für Webhooks ist keine Adresse gesetzt: notify.webhook.url. Benachrichtigungen warten.</translation>
    </message>
    <message>
        <source>No alert is set up. M makes one; U takes the three that most shops begin with.</source>
        <translation>Kein Alarm ist eingerichtet. M legt einen an; U nimmt die drei, mit denen die meisten beginnen.</translation>
    </message>
    <message>
        <source>No batch yet</source>
        <translation>Noch kein Preispaket</translation>
    </message>
    <message>
        <source>No categories yet: import products.</source>
        <translation>Noch keine Kategorien: Artikel importieren.</translation>
    </message>
    <message>
        <source>No column was found for: {field}. Nothing was imported. Name it with --column FIELD=COLUMN, or give all rows one value with --set FIELD=VALUE.</source>
        <translation>Für {field} wurde keine Spalte gefunden. Nichts wurde importiert. Nennen Sie sie mit --column FELD=SPALTE, oder geben Sie allen Zeilen einen Wert mit --set FELD=WERT.</translation>
    </message>
    <message>
        <source>No competitor price that is fresh enough</source>
        <translation>Kein Wettbewerberpreis, der frisch genug ist</translation>
    </message>
    <message>
        <source>No competitor's price has moved in the last week.</source>
        <translation>In der letzten Woche hat sich kein Preis eines Wettbewerbers bewegt.</translation>
    </message>
    <message>
        <source>No competitor's price is known yet: watch pages, pull a feed or import offers.</source>
        <translation>Noch ist kein Preis eines Wettbewerbers bekannt: beobachten Sie Seiten, rufen Sie einen Feed ab oder importieren Sie Angebote.</translation>
    </message>
    <message>
        <source>No curve: %1.</source>
        <translation>Keine Kurve: %1.</translation>
    </message>
    <message>
        <source>No curve: no model priced this product.</source>
        <translation>Keine Kurve: Kein Modell hat diesen Artikel bepreist.</translation>
    </message>
    <message>
        <source>No cycle has priced {sku} yet. Run one with: cycle.</source>
        <translation>Noch kein Zyklus hat {sku} bepreist. Starten Sie einen mit: cycle.</translation>
    </message>
    <message>
        <source>No cycle has run in this workspace yet. A cycle looks at sales, costs and competitors, proposes prices, and puts here what it may not decide alone.</source>
        <translation>In dieser Arbeitsmappe ist noch kein Zyklus gelaufen. Ein Zyklus sieht Verkäufe, Kosten und Wettbewerber an, schlägt Preise vor und legt hierher, was er nicht allein entscheiden darf.</translation>
    </message>
    <message>
        <source>No cycle has run yet</source>
        <translation>Noch kein Zyklus ist gelaufen</translation>
    </message>
    <message>
        <source>No cycle has run yet. Run one with: cycle.</source>
        <translation>Noch kein Zyklus ist gelaufen. Starten Sie einen mit: cycle.</translation>
    </message>
    <message>
        <source>No cycle has run yet: Ctrl+R runs one.</source>
        <translation>Noch kein Zyklus ist gelaufen: Strg+R startet einen.</translation>
    </message>
    <message>
        <source>No cycle yet</source>
        <translation>Noch kein Zyklus</translation>
    </message>
    <message>
        <source>No data yet: import products, costs and sales.</source>
        <translation>Noch keine Daten: Importieren Sie Artikel, Kosten und Verkäufe.</translation>
    </message>
    <message>
        <source>No entry fits this filter</source>
        <translation>Kein Eintrag passt zu diesem Filter</translation>
    </message>
    <message>
        <source>No file is there yet. Nothing was changed; it is looked for again at the next pull.</source>
        <translation>Noch ist keine Datei da. Nichts wurde geändert; beim nächsten Abruf wird wieder nachgesehen.</translation>
    </message>
    <message>
        <source>No file open</source>
        <translation>Keine Datei offen</translation>
    </message>
    <message>
        <source>No forecast has been judged yet. A cycle with at least 40 weeks of sales does.</source>
        <translation>Noch wurde keine Prognose beurteilt. Ein Zyklus mit mindestens 40 Wochen Absatz tut es.</translation>
    </message>
    <message>
        <source>No forecast has been judged yet: run a cycle with at least 40 weeks of sales.</source>
        <translation>Noch wurde keine Prognose beurteilt: Starten Sie einen Zyklus mit mindestens 40 Wochen Absatz.</translation>
    </message>
    <message>
        <source>No good key for the gateway's API is kept: secret set {name}. Nothing was asked.</source>
        <translation>Für die API des Zahlungsdienstes ist kein brauchbarer Schlüssel abgelegt: secret set {name}. Es wurde nichts abgefragt.</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>Keine Gruppen</translation>
    </message>
    <message>
        <source>No index yet: it needs matched prices of ours and theirs, known at the same time.</source>
        <translation>Noch kein Index: Er braucht zugeordnete Preise von uns und ihnen, zur selben Zeit bekannt.</translation>
    </message>
    <message>
        <source>No keychain answers ({message}).</source>
        <translation>Kein Schlüsselbund antwortet ({message}).</translation>
    </message>
    <message>
        <source>No keychain answers, and {path} needs a passphrase: set PRICEWRIGHT_PASSPHRASE. Nothing was changed.</source>
        <translation>Kein Schlüsselbund antwortet, und {path} braucht eine Passphrase: PRICEWRIGHT_PASSPHRASE setzen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>No local port was free ({cause}). Nothing was fetched; try again.</source>
        <translation>Kein lokaler Port war frei ({cause}). Nichts wurde abgerufen; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>No match waits to be decided. L suggests them from a competitor's list of products.</source>
        <translation>Keine Zuordnung wartet. L schlägt welche aus der Produktliste eines Wettbewerbers vor.</translation>
    </message>
    <message>
        <source>No number of units that can be had finds this. Plan for a larger lift, or for less power.</source>
        <translation>Keine erreichbare Zahl von Einheiten findet das. Planen Sie mit einer größeren Veränderung oder weniger Trennschärfe.</translation>
    </message>
    <message>
        <source>No offer of the last two weeks. Import offers, or watch pages and look at them.</source>
        <translation>Kein Angebot der letzten zwei Wochen. Importieren Sie Angebote, oder beobachten Sie Seiten und rufen Sie sie ab.</translation>
    </message>
    <message>
        <source>No offers of the last 30 days</source>
        <translation>Keine Angebote der letzten 30 Tage</translation>
    </message>
    <message>
        <source>No order {order} is known.</source>
        <translation>Keine Bestellung {order} ist bekannt.</translation>
    </message>
    <message>
        <source>No other row is like this one</source>
        <translation>Keine andere Zeile ist wie diese</translation>
    </message>
    <message>
        <source>No page is watched yet, and no feed is pulled</source>
        <translation>Noch wird keine Seite beobachtet und kein Feed abgerufen</translation>
    </message>
    <message>
        <source>No page number {page} is watched: monitor status --pages lists them. Nothing was changed.</source>
        <translation>Keine Seite mit der Nummer {page} wird beobachtet: monitor status --pages nennt sie. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>No page of this site was kept yet. Look at it once, then teach from what came.</source>
        <translation>Von dieser Website wurde noch keine Seite aufbewahrt. Sehen Sie einmal nach, dann lehren Sie an dem, was kam.</translation>
    </message>
    <message>
        <source>No page of {host} was kept yet: look at it once, then teach from what came.</source>
        <translation>Von {host} wurde noch keine Seite aufbewahrt: Sehen Sie einmal nach, dann lehren Sie an dem, was kam.</translation>
    </message>
    <message>
        <source>No page was due</source>
        <translation>Keine Seite war fällig</translation>
    </message>
    <message>
        <source>No page was kept to try the recipe on.</source>
        <translation>Keine Seite zum Erproben des Rezepts ist aufbewahrt.</translation>
    </message>
    <message>
        <source>No price above this, whatever the reason</source>
        <translation>Kein Preis darüber, aus welchem Grund auch immer</translation>
    </message>
    <message>
        <source>No price below this, whatever the reason</source>
        <translation>Kein Preis darunter, aus welchem Grund auch immer</translation>
    </message>
    <message>
        <source>No price can be planned here: each needs a demand estimate and a cost, and no rule that sets or holds it.</source>
        <translation>Hier lässt sich kein Preis planen: jeder braucht eine Nachfrageschätzung und Kosten und keine Regel, die ihn setzt oder hält.</translation>
    </message>
    <message>
        <source>No price changes in this scenario.</source>
        <translation>In diesem Szenario ändert sich kein Preis.</translation>
    </message>
    <message>
        <source>No price differs from the one in force: nothing to send</source>
        <translation>Kein Preis weicht vom geltenden ab: nichts zu schicken</translation>
    </message>
    <message>
        <source>No price has been published yet. Each one stands here, with what was predicted and what came.</source>
        <translation>Noch ist kein Preis veröffentlicht. Jeder steht hier, mit dem, was vorhergesagt war und was kam.</translation>
    </message>
    <message>
        <source>No price has been put to the test yet</source>
        <translation>Noch wurde kein Preis getestet</translation>
    </message>
    <message>
        <source>No price has changed. S starts it, E changes it.</source>
        <translation>Kein Preis hat sich geändert. S startet ihn, E ändert ihn.</translation>
    </message>
    <message>
        <source>No price history and no competitor prices yet.</source>
        <translation>Noch kein Preisverlauf und keine Wettbewerberpreise.</translation>
    </message>
    <message>
        <source>No price is best under this demand: {what}.</source>
        <translation>Unter dieser Nachfrage ist kein Preis der beste: {what}.</translation>
    </message>
    <message>
        <source>No price is drawn that is expected to cost more than this share of the product's weekly profit.</source>
        <translation>Kein Preis wird gezogen, der voraussichtlich mehr als diesen Anteil am Wochengewinn des Produkts kostet.</translation>
    </message>
    <message>
        <source>No price is published yet</source>
        <translation>Noch ist kein Preis veröffentlicht</translation>
    </message>
    <message>
        <source>No price matches this filter</source>
        <translation>Kein Preis passt zu diesem Filter</translation>
    </message>
    <message>
        <source>No price may be higher, whoever decides. F2 changes it; empty: none.</source>
        <translation>Kein Preis darf höher sein, wer auch entscheidet. F2 ändert es; leer: keine.</translation>
    </message>
    <message>
        <source>No price may be lower, whoever decides. F2 changes it; empty: none.</source>
        <translation>Kein Preis darf niedriger sein, wer auch entscheidet. F2 ändert es; leer: keine.</translation>
    </message>
    <message>
        <source>No price moved in the last 24 hours.</source>
        <translation>In den letzten 24 Stunden hat sich kein Preis bewegt.</translation>
    </message>
    <message>
        <source>No price reaches this margin. The price holds.</source>
        <translation>Kein Preis erreicht diese Marge. Der Preis bleibt.</translation>
    </message>
    <message>
        <source>No price test yet</source>
        <translation>Noch kein Preistest</translation>
    </message>
    <message>
        <source>No price was chosen, so nothing was planned.</source>
        <translation>Kein Preis war gewählt; es wurde nichts geplant.</translation>
    </message>
    <message>
        <source>No prices</source>
        <translation>Keine Preise</translation>
    </message>
    <message>
        <source>No prices keep all of these limits. Nothing was planned.</source>
        <translation>Keine Preise halten alle diese Grenzen ein. Nichts wurde geplant.</translation>
    </message>
    <message>
        <source>No prices keep all of these together: {names}. Nearest, each with the others held: {nearest}. Nothing was planned.</source>
        <translation>Keine Preise halten alle diese zugleich ein: {names}. Am nächsten, die jeweils anderen gehalten: {nearest}. Nichts wurde geplant.</translation>
    </message>
    <message>
        <source>No prices keep this limit: {names}. The nearest that can be kept: {nearest}. Nothing was planned.</source>
        <translation>Keine Preise halten diese Grenze ein: {names}. Am nächsten kommt: {nearest}. Nichts wurde geplant.</translation>
    </message>
    <message>
        <source>No prices were found that keep all limits. These stand against each other: {limits}. {limit} should be {wanted}, and {best} was the nearest to it that the other limits leave. Nothing was computed.</source>
        <translation>Es wurden keine Preise gefunden, die alle Grenzen einhalten. Gegeneinander stehen: {limits}. {limit} sollte {wanted} sein, und {best} war das Nächste daran, was die anderen Grenzen zulassen. Es wurde nichts berechnet.</translation>
    </message>
    <message>
        <source>No prices were found that keep all the limits of this problem. These stand against each other: {limits}. Nothing was computed.</source>
        <translation>Es wurden keine Preise gefunden, die alle Grenzen dieser Aufgabe einhalten. Gegeneinander stehen: {limits}. Es wurde nichts berechnet.</translation>
    </message>
    <message>
        <source>No prices within the moves allowed keep all of these relations. Let prices move further, or ask for less. Nothing was planned.</source>
        <translation>Keine Preise innerhalb der erlaubten Schritte halten alle diese Beziehungen ein. Lassen Sie größere Schritte zu, oder verlangen Sie weniger. Nichts wurde geplant.</translation>
    </message>
    <message>
        <source>No product has such a code.</source>
        <translation>Kein Produkt hat solch einen Code.</translation>
    </message>
    <message>
        <source>No products yet</source>
        <translation>Noch keine Artikel</translation>
    </message>
    <message>
        <source>No promotion runs within twelve weeks back and sixteen weeks ahead.</source>
        <translation>Keine Aktion läuft zwölf Wochen zurück und sechzehn Wochen voraus.</translation>
    </message>
    <message>
        <source>No promotion within half a year. N plans one; a calendar comes in by Import.</source>
        <translation>Keine Aktion innerhalb eines halben Jahres. N plant eine; ein Kalender kommt über Import herein.</translation>
    </message>
    <message>
        <source>No published price has been scored yet: it takes two whole weeks at the new price.</source>
        <translation>Noch ist kein veröffentlichter Preis gewertet: Dazu braucht es zwei ganze Wochen beim neuen Preis.</translation>
    </message>
    <message>
        <source>No recipe: general rules read this site's pages.</source>
        <translation>Kein Rezept: Allgemeine Regeln lesen die Seiten dieser Website.</translation>
    </message>
    <message>
        <source>No reduction may be announced: {price} was asked within the 30 days before.</source>
        <translation>Keine Senkung darf angekündigt werden: in den 30 Tagen zuvor galt {price}.</translation>
    </message>
    <message>
        <source>No row matches this filter</source>
        <translation>Keine Zeile passt zu diesem Filter</translation>
    </message>
    <message>
        <source>No row of this table has this code and these texts.</source>
        <translation>Keine Zeile dieser Tabelle hat dieses Kürzel und diese Texte.</translation>
    </message>
    <message>
        <source>No row to print</source>
        <translation>Keine Zeile zu drucken</translation>
    </message>
    <message>
        <source>No rule is chosen</source>
        <translation>Keine Regel ist gewählt</translation>
    </message>
    <message>
        <source>No rules: limits and the optimizer decide alone. N writes the first one.</source>
        <translation>Keine Regeln: Grenzen und Optimierung entscheiden allein. N schreibt die erste.</translation>
    </message>
    <message>
        <source>No sales to compare yet.</source>
        <translation>Noch keine Verkäufe zum Vergleichen.</translation>
    </message>
    <message>
        <source>No sales yet</source>
        <translation>Noch keine Verkäufe</translation>
    </message>
    <message>
        <source>No sales yet: import them, and their weeks stand here.</source>
        <translation>Noch keine Verkäufe: Importieren Sie sie, dann stehen ihre Wochen hier.</translation>
    </message>
    <message>
        <source>No scenario yet. Set what binds the prices on the left and press P to plan.</source>
        <translation>Noch kein Szenario. Setzen Sie links, was die Preise bindet, und drücken Sie P zum Planen.</translation>
    </message>
    <message>
        <source>No service or feed brings prices in bulk yet. F6 goes to this table, N adds one.</source>
        <translation>Noch bringt kein Dienst oder Feed Preise in Mengen. F6 führt in diese Tabelle, N legt einen an.</translation>
    </message>
    <message>
        <source>No short selector finds just this place.</source>
        <translation>Kein kurzer Selektor findet genau diese Stelle.</translation>
    </message>
    <message>
        <source>No signing secret of the gateway's webhooks is kept: secret set {name}. Nothing was kept; the gateway will send it again.</source>
        <translation>Zum Prüfen der Webhooks des Zahlungsdienstes ist kein Signaturgeheimnis abgelegt: secret set {name}. Nichts wurde aufbewahrt; der Zahlungsdienst sendet es noch einmal.</translation>
    </message>
    <message>
        <source>No site is watched yet. N watches a competitor's page of one of your products.</source>
        <translation>Noch keine Website wird beobachtet. N beobachtet die Seite eines Wettbewerbers zu einem Ihrer Artikel.</translation>
    </message>
    <message>
        <source>No site {host} is watched. Add one of its pages first: monitor add.</source>
        <translation>Keine Website {host} wird beobachtet. Legen Sie zuerst eine ihrer Seiten an: monitor add.</translation>
    </message>
    <message>
        <source>No site {host} is watched. These are: {known}.</source>
        <translation>Keine Website {host} wird beobachtet. Beobachtet werden: {known}.</translation>
    </message>
    <message>
        <source>No test has found anything yet: lifts stand here after a test’s first look.</source>
        <translation>Noch hat kein Test etwas gefunden: Wirkungen stehen hier nach der ersten Auswertung eines Tests.</translation>
    </message>
    <message>
        <source>No test that was decided by profit ended in these weeks.</source>
        <translation>In diesen Wochen endete kein Test, der nach Gewinn entschieden wurde.</translation>
    </message>
    <message>
        <source>No test yet.</source>
        <translation>Noch kein Test.</translation>
    </message>
    <message>
        <source>No value came on standard input. Nothing was changed.</source>
        <translation>Über die Standardeingabe kam kein Wert. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>No visitor has been dealt out yet.</source>
        <translation>Noch kein Besucher wurde zugeteilt.</translation>
    </message>
    <message>
        <source>No week is left out after a switch: what buyers stock up on or put off counts twice.</source>
        <translation>Nach einem Wechsel wird keine Woche ausgelassen: Was Käufer auf Vorrat kaufen oder aufschieben, zählt doppelt.</translation>
    </message>
    <message>
        <source>No workspace</source>
        <translation>Keine Arbeitsmappe</translation>
    </message>
    <message>
        <source>No workspace is open</source>
        <translation>Keine Arbeitsmappe ist offen</translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation>Keine Arbeitsmappe ist offen.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Nobody can extend it beyond this</source>
        <translation>Darüber hinaus kann ihn niemand verlängern</translation>
    </message>
    <message>
        <source>Nobody decides in his own stead. Choose another person.</source>
        <translation>Niemand entscheidet an seiner eigenen Stelle. Wählen Sie eine andere Person.</translation>
    </message>
    <message>
        <source>Nobody has decided in time: %1 decides all zones again from the next check on.</source>
        <translation>Niemand hat rechtzeitig entschieden: Ab der nächsten Prüfung entscheidet wieder %1 alle Zonen.</translation>
    </message>
    <message>
        <source>Nobody has decided in time: prices go back with the next check.</source>
        <translation>Niemand hat rechtzeitig entschieden: die Preise gehen mit der nächsten Prüfung zurück.</translation>
    </message>
    <message>
        <source>Nobody has said what share arm {arm} was to get. Name all arms, or none.</source>
        <translation>Welchen Anteil der Arm {arm} bekommen sollte, hat niemand gesagt. Nennen Sie alle Arme oder keinen.</translation>
    </message>
    <message>
        <source>Nobody has seen one of the prices yet, so nothing can be compared. Nothing was decided.</source>
        <translation>Einen der Preise hat noch niemand gesehen, also ist nichts zu vergleichen. Es wurde nichts entschieden.</translation>
    </message>
    <message>
        <source>Nobody is named who gets it: set notify.smtp.to. Notices wait.</source>
        <translation>Niemand ist genannt, der sie bekommt: notify.smtp.to setzen. Benachrichtigungen warten.</translation>
    </message>
    <message>
        <source>Nobody stays out: one signature approves all of it.</source>
        <translation>Niemand bleibt draußen: Eine Unterschrift gibt alles davon frei.</translation>
    </message>
    <message>
        <source>None of the {all} events is of a unit that was shown a price: no id matches ("{event}" among the events, "{exposed}" among the exposures). Nothing can be said; look at the columns of the units, and at how their ids are written.</source>
        <translation>Keines der {all} Ereignisse gehört zu einer Einheit, der ein Preis gezeigt wurde: keine Kennung passt („{event}“ bei den Ereignissen, „{exposed}“ bei den Einblendungen). Nichts lässt sich sagen; prüfen Sie die Spalten der Einheiten und die Schreibweise ihrer Kennungen.</translation>
    </message>
    <message>
        <source>None of these prices can be signed: {why}. No batch was made.</source>
        <translation>Keiner dieser Preise kann gezeichnet werden: {why}. Es wurde kein Preispaket gebildet.</translation>
    </message>
    <message>
        <source>None of these products has been sold in these price zones. Nothing was computed.</source>
        <translation>Keines dieser Produkte wurde in diesen Preiszonen verkauft. Es wurde nichts berechnet.</translation>
    </message>
    <message>
        <source>None of these products is a key value item, so there is no index of them to limit. Nothing was planned.</source>
        <translation>Keines dieser Produkte ist ein Eckartikel (KVI), also gibt es keinen Index davon zu begrenzen. Es wurde nichts geplant.</translation>
    </message>
    <message>
        <source>Not %1: %2</source>
        <translation>Nicht %1: %2</translation>
    </message>
    <message>
        <source>Not a price yet</source>
        <translation>Noch kein Preis</translation>
    </message>
    <message>
        <source>Not before %1: until then its approvals can be undone.</source>
        <translation>Nicht vor %1: Bis dahin können seine Freigaben zurückgenommen werden.</translation>
    </message>
    <message>
        <source>Not complete yet</source>
        <translation>Noch nicht vollständig</translation>
    </message>
    <message>
        <source>Not looked at yet.</source>
        <translation>Noch nicht ausgewertet.</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Noch nicht gelesen</translation>
    </message>
    <message>
        <source>Not sold here</source>
        <translation>Hier nicht verkauft</translation>
    </message>
    <message>
        <source>Not understood; this column is not filtered.</source>
        <translation>Nicht verstanden; diese Spalte wird nicht gefiltert.</translation>
    </message>
    <message>
        <source>Not with versions of a model: which zones it decides is drawn before the start, for the whole test.</source>
        <translation>Nicht mit Versionen eines Modells: welche Zonen es entscheidet, wird vor dem Start für den ganzen Test gezogen.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Nothing can be pasted</source>
        <translation>Nichts kann eingefügt werden</translation>
    </message>
    <message>
        <source>Nothing can be released, because {path} cannot be written. Nothing was changed. Make the workspace's folder writable.</source>
        <translation>Nichts kann ausgeliefert werden, weil {path} nicht geschrieben werden kann. Nichts wurde geändert. Machen Sie den Ordner der Arbeitsmappe beschreibbar.</translation>
    </message>
    <message>
        <source>Nothing can be said yet.</source>
        <translation>Noch lässt sich nichts sagen.</translation>
    </message>
    <message>
        <source>Nothing can be split by these weights: none may be negative, and one must be positive.</source>
        <translation>Nichts lässt sich nach diesen Gewichten teilen: Keines darf negativ sein, und eines muss positiv sein.</translation>
    </message>
    <message>
        <source>Nothing changes</source>
        <translation>Nichts ändert sich</translation>
    </message>
    <message>
        <source>Nothing changes: of %1 prices, none would be bound otherwise.</source>
        <translation>Nichts ändert sich: Von %1 Preisen wäre keiner anders gebunden.</translation>
    </message>
    <message>
        <source>Nothing differs from the rules in force: there is nothing to save.</source>
        <translation>Nichts weicht von den geltenden Regeln ab: Es gibt nichts zu speichern.</translation>
    </message>
    <message>
        <source>Nothing found so far</source>
        <translation>Bisher nichts gefunden</translation>
    </message>
    <message>
        <source>Nothing is called “%1”</source>
        <translation>Nichts heißt „%1“</translation>
    </message>
    <message>
        <source>Nothing is decided about it until sales come in again.</source>
        <translation>Über ihn wird nichts entschieden, bis wieder Verkäufe eingehen.</translation>
    </message>
    <message>
        <source>Nothing is decided until sales come in again. Prices stay as they are.</source>
        <translation>Nichts wird entschieden, bis wieder Verkäufe eingehen. Die Preise bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Nothing is kept to sign messages to {host} with: secret set webhook.{host}. Notices wait.</source>
        <translation>Zum Unterschreiben für {host} ist nichts abgelegt: secret set webhook.{host}. Benachrichtigungen warten.</translation>
    </message>
    <message>
        <source>Nothing is planned yet. Plan a scenario, or draw the frontier.</source>
        <translation>Noch ist nichts geplant. Planen Sie ein Szenario oder zeichnen Sie die Grenzkurve.</translation>
    </message>
    <message>
        <source>Nothing moves the price: %1</source>
        <translation>Nichts bewegt den Preis: %1</translation>
    </message>
    <message>
        <source>Nothing of batch %1 was left to publish: its prices were changed meanwhile, or lie outside their bounds. The prices in force hold.</source>
        <translation>Von Preispaket %1 blieb nichts zu veröffentlichen: Seine Preise wurden inzwischen geändert oder liegen außerhalb ihrer Grenzen. Die geltenden Preise bleiben.</translation>
    </message>
    <message>
        <source>Nothing of that can be done with this test now</source>
        <translation>Nichts davon ist mit diesem Test jetzt möglich</translation>
    </message>
    <message>
        <source>Nothing of them is compared</source>
        <translation>Nichts davon wird verglichen</translation>
    </message>
    <message>
        <source>Nothing of this page to undo</source>
        <translation>Auf dieser Seite ist nichts zurückzunehmen</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Nichts gewählt</translation>
    </message>
    <message>
        <source>Nothing stood before {model} {version}, so nothing can be gone back to.</source>
        <translation>Vor {model} {version} stand nichts, wohin man zurückgehen könnte.</translation>
    </message>
    <message>
        <source>Nothing that is tested has a price in {zone}. Nothing was started; leave the zone out.</source>
        <translation>Nichts, was getestet wird, hat in {zone} einen Preis. Nichts wurde begonnen; lassen Sie die Preiszone weg.</translation>
    </message>
    <message>
        <source>Nothing to put into a batch</source>
        <translation>Nichts für ein Preispaket</translation>
    </message>
    <message>
        <source>Nothing to take back</source>
        <translation>Nichts zurückzunehmen</translation>
    </message>
    <message>
        <source>Nothing to take back here. What was started is stopped with R.</source>
        <translation>Hier ist nichts zurückzunehmen. Was begonnen hat, wird mit R angehalten.</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nichts zurückzunehmen</translation>
    </message>
    <message>
        <source>Nothing to undo here</source>
        <translation>Hier ist nichts zurückzunehmen</translation>
    </message>
    <message>
        <source>Nothing waits for a look: no alert has fired, or all were dealt with.</source>
        <translation>Nichts wartet: Kein Alarm hat ausgelöst, oder alle sind erledigt.</translation>
    </message>
    <message>
        <source>Nothing waits for release</source>
        <translation>Nichts wartet auf Auslieferung</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>Nichts wartet auf Sie</translation>
    </message>
    <message>
        <source>Nothing waits for you.</source>
        <translation>Nichts wartet auf Sie.</translation>
    </message>
    <message>
        <source>Nothing was brought in under {id}. Nothing was changed.</source>
        <translation>Unter {id} wurde nichts eingelesen. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Nothing was decided in the last 14 days</source>
        <translation>In den letzten 14 Tagen wurde nichts entschieden</translation>
    </message>
    <message>
        <source>Nothing was imported since the window was opened; Delete takes back the import in focus</source>
        <translation>Seit das Fenster geöffnet wurde, wurde nichts importiert; Entf nimmt den Import im Fokus zurück</translation>
    </message>
    <message>
        <source>Nothing was sold in these weeks.</source>
        <translation>In diesen Wochen wurde nichts verkauft.</translation>
    </message>
    <message>
        <source>Nothing was sold up to that day, so nothing can be forecast. Import sales first, or name a later day.</source>
        <translation>Bis zu diesem Tag wurde nichts verkauft, daher lässt sich nichts prognostizieren. Importieren Sie zuerst Verkäufe, oder nennen Sie einen späteren Tag.</translation>
    </message>
    <message>
        <source>Nothing was started or kept; what you typed is still here</source>
        <translation>Nichts wurde gestartet oder aufbewahrt; was Sie eingegeben haben, ist noch da</translation>
    </message>
    <message>
        <source>Nothing would change</source>
        <translation>Nichts würde sich ändern</translation>
    </message>
    <message>
        <source>Notice {no} has been sent. Nothing was changed.</source>
        <translation>Benachrichtigung {no} ist schon gesendet. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Notices by {channel} are not set up: see the settings notify.*. They wait.</source>
        <translation>Benachrichtigungen per {channel} sind nicht eingerichtet: siehe Einstellungen notify.*. Sie warten.</translation>
    </message>
    <message>
        <source>Notices need a sender: set notify.smtp.from. They wait.</source>
        <translation>Benachrichtigungen brauchen einen Absender: notify.smtp.from setzen. Sie warten.</translation>
    </message>
    <message>
        <source>Notices on the desktop are shown by the window and need no test.</source>
        <translation>Benachrichtigungen auf dem Bildschirm zeigt das Fenster; sie brauchen keinen Test.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Numbers, dates and codes as what they are, a header that stands still, a filter over every column.</source>
        <translation>Zahlen, Daten und Kürzel als das, was sie sind, ein feststehender Kopf, ein Filter über jeder Spalte.</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Ziel</translation>
    </message>
    <message numerus="yes">
        <source>Of %n competitor(s), less than half of the prices are fresh now</source>
        <translation>
            <numerusform>Von %n Wettbewerber ist jetzt weniger als die Hälfte der Preise frisch</numerusform>
            <numerusform>Von %n Wettbewerbern ist jetzt weniger als die Hälfte der Preise frisch</numerusform>
        </translation>
    </message>
    <message>
        <source>Of a difference: when the file, or what should be in it, last changed.</source>
        <translation>Bei einem Unterschied: wann sich die Datei, oder was darin stehen sollte, zuletzt geändert hat.</translation>
    </message>
    <message>
        <source>Of a promised unit of profit, so much came: 1 is as promised, 0 is nothing</source>
        <translation>Von einer versprochenen Einheit Gewinn kam so viel: 1 ist wie versprochen, 0 ist nichts</translation>
    </message>
    <message>
        <source>Of each competitor, at least half of the prices are fresh now</source>
        <translation>Von jedem Wettbewerber ist jetzt mindestens die Hälfte der Preise frisch</translation>
    </message>
    <message>
        <source>Of either price, with their time to buy over, before the shares follow anything</source>
        <translation>Von jedem der beiden Preise, deren Zeit zu kaufen um ist, bevor die Anteile irgendetwas folgen</translation>
    </message>
    <message>
        <source>Of fewer changes than this a percentage says nothing: those on a floor go to a human instead.</source>
        <translation>Bei weniger Änderungen sagt ein Prozentsatz nichts: die an einer Untergrenze gehen dann an einen Menschen.</translation>
    </message>
    <message>
        <source>Of mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Of own regular price, with half the width of its 95 % interval.</source>
        <translation>Des eigenen regulären Preises, mit der halben Breite ihres 95-%-Intervalls.</translation>
    </message>
    <message>
        <source>Of plan</source>
        <translation>Vom Plan</translation>
    </message>
    <message>
        <source>Of such pairs, how many are the same product</source>
        <translation>Wie viele solcher Paare dasselbe Produkt sind</translation>
    </message>
    <message>
        <source>Of tests</source>
        <translation>Von Tests</translation>
    </message>
    <message>
        <source>Of tests of prices that change nothing, so many may find something: over all looks together</source>
        <translation>So viele der Tests von Preisen, die nichts ändern, dürfen etwas finden: über alle Auswertungen zusammen</translation>
    </message>
    <message>
        <source>Of that share less 90: left of the tick too few are inside</source>
        <translation>Dieses Anteils abzüglich 90: Links vom Strich liegen zu wenige innerhalb</translation>
    </message>
    <message>
        <source>Of the answers that came, 95 in 100 took no longer</source>
        <translation>Von den Antworten, die kamen, dauerten 95 von 100 nicht länger</translation>
    </message>
    <message>
        <source>Of the change of profit, by draws of what is not known about demand</source>
        <translation>Der Gewinnänderung, aus Ziehungen dessen, was an der Nachfrage unbekannt ist</translation>
    </message>
    <message>
        <source>Of the days that are compared; the ramp before them is not</source>
        <translation>Von den Tagen, die verglichen werden; der Anlauf davor gehört nicht dazu</translation>
    </message>
    <message>
        <source>Of the first rows: %1. Nothing of it is kept.</source>
        <translation>Von den ersten Zeilen: %1. Nichts davon wird behalten.</translation>
    </message>
    <message>
        <source>Of the last four weeks on average, net of VAT.</source>
        <translation>Der letzten vier Wochen im Durchschnitt, ohne Mehrwertsteuer.</translation>
    </message>
    <message>
        <source>Of the lift as found</source>
        <translation>Der Wirkung, wie gefunden</translation>
    </message>
    <message>
        <source>Of the margin of plan, by how much weeks differ</source>
        <translation>Der Marge gemessen am Plan, danach, wie sehr sich die Wochen unterscheiden</translation>
    </message>
    <message>
        <source>Of the new price, by what was bought so far. The shares follow it; nothing is decided by it.</source>
        <translation>Des neuen Preises, nach dem, was bisher gekauft wurde. Die Anteile folgen ihr; entschieden wird nichts danach.</translation>
    </message>
    <message>
        <source>Of the plan %</source>
        <translation>Vom Plan %</translation>
    </message>
    <message>
        <source>Of them, effects that can be told from nothing; 12 are needed</source>
        <translation>Davon Wirkungen, die sich von null unterscheiden lassen; 12 sind nötig</translation>
    </message>
    <message>
        <source>Of two like products of different categories one gets its new price</source>
        <translation>Von zwei ähnlichen Artikeln verschiedener Kategorien erhält einer seinen neuen Preis</translation>
    </message>
    <message>
        <source>Of what came</source>
        <translation>Dessen, was kam</translation>
    </message>
    <message>
        <source>Of what was measured; both intervals are drawn on one scale</source>
        <translation>Dessen, was gemessen wurde; beide Intervalle sind auf einer Skala gezeichnet</translation>
    </message>
    <message>
        <source>Of what was predicted; both intervals are drawn on one scale</source>
        <translation>Dessen, was vorhergesagt war; beide Intervalle sind auf einer Skala gezeichnet</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Angebot</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>Angebote</translation>
    </message>
    <message>
        <source>Offers of the last 30 days</source>
        <translation>Angebote der letzten 30 Tage</translation>
    </message>
    <message>
        <source>Offers used</source>
        <translation>Verwendete Angebote</translation>
    </message>
    <message>
        <source>Offers · %1 of %2 counted</source>
        <translation>Angebote · %1 von %2 gezählt</translation>
    </message>
    <message>
        <source>Old price</source>
        <translation>Alter Preis</translation>
    </message>
    <message>
        <source>Older exchange rates convert nothing: such a cost holds.</source>
        <translation>Ältere Wechselkurse rechnen nichts um: solche Kosten halten den Preis an.</translation>
    </message>
    <message>
        <source>Oldest offer</source>
        <translation>Ältestes Angebot</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>On harm, at an undecided end, or when nobody decides. This cannot be switched off.</source>
        <translation>Bei Schaden, bei unentschiedenem Ende oder wenn niemand entscheidet. Das lässt sich nicht abschalten.</translation>
    </message>
    <message>
        <source>On one scale</source>
        <translation>Auf einer Skala</translation>
    </message>
    <message>
        <source>On shelf</source>
        <translation>Im Regal</translation>
    </message>
    <message>
        <source>Once it is compared. It has not begun yet.</source>
        <translation>Sobald verglichen wird. Das hat noch nicht begonnen.</translation>
    </message>
    <message>
        <source>Once it is decided. Until then nothing is certain enough.</source>
        <translation>Sobald er entschieden ist. Bis dahin ist nichts sicher genug.</translation>
    </message>
    <message>
        <source>Once prices are in force, each channel has a complete price list, and this page reads it back from the file.</source>
        <translation>Sobald Preise gelten, hat jeder Kanal eine vollständige Preisliste, und diese Seite liest sie aus der Datei zurück.</translation>
    </message>
    <message>
        <source>Once tests have ended, it says here how many were decided in time, what they found, and what they come to together.</source>
        <translation>Sobald Tests beendet sind, steht hier, wie viele fristgerecht entschieden wurden, was sie fanden und was sie zusammen ergeben.</translation>
    </message>
    <message>
        <source>Once when it becomes true, or as long as it is true</source>
        <translation>Einmal, sobald es gilt, oder solange es gilt</translation>
    </message>
    <message>
        <source>One %1 less of it would bring %2 a week</source>
        <translation>Ein %1 weniger davon brächte %2 je Woche</translation>
    </message>
    <message>
        <source>One change more would bring %1 a week</source>
        <translation>Eine Änderung mehr brächte %1 je Woche</translation>
    </message>
    <message>
        <source>One day</source>
        <translation>Ein Tag</translation>
    </message>
    <message>
        <source>One hour</source>
        <translation>Eine Stunde</translation>
    </message>
    <message>
        <source>One line through all compares products with each other, not prices of one product: do not believe it</source>
        <translation>Eine Gerade durch alle vergleicht Artikel miteinander, nicht Preise eines Artikels: nicht zu glauben</translation>
    </message>
    <message>
        <source>One of: %1.</source>
        <translation>Eines von: %1.</translation>
    </message>
    <message>
        <source>One person may approve what he proposed or edited; the audit says so.</source>
        <translation>Eine Person darf genehmigen, was sie selbst vorschlug oder änderte; das Journal sagt es.</translation>
    </message>
    <message>
        <source>One point more would bring %1 a week</source>
        <translation>Ein Punkt mehr brächte %1 je Woche</translation>
    </message>
    <message>
        <source>One reward of {arm} is {percent} % of all that its arm brought ({value}): chances and shares follow it. Look whether it is one before taking them.</source>
        <translation>Ein Ertrag von {arm} macht {percent} % von allem aus, was sein Arm brachte ({value}): Chancen und Anteile folgen ihm. Prüfen Sie, ob er echt ist, bevor Sie sie übernehmen.</translation>
    </message>
    <message>
        <source>One rule needs a look: see the last column.</source>
        <translation>Eine Regel braucht einen Blick: siehe die letzte Spalte.</translation>
    </message>
    <message>
        <source>One unit of {arm} brings {percent} % of all {metric} of its arm ({value}) before the largest values are cut.</source>
        <translation>Eine Einheit von {arm} bringt {percent} % von {metric} ihres Arms ({value}), bevor die größten Werte gekappt werden.</translation>
    </message>
    <message>
        <source>One unit of {arm} brings {percent} % of all {metric} of its arm ({value}): see what is left with the largest values cut before believing the mean.</source>
        <translation>Eine einzige Einheit von {arm} bringt {percent} % von allem {metric} ihres Arms ({value}): Sehen Sie nach, was mit gekappten größten Werten bleibt, bevor Sie dem Mittel glauben.</translation>
    </message>
    <message>
        <source>One week</source>
        <translation>Eine Woche</translation>
    </message>
    <message>
        <source>Only a director may release this.</source>
        <translation>Nur ein Direktor darf das freigeben.</translation>
    </message>
    <message>
        <source>Only a test by visitors can learn its sales from orders. Nothing was changed.</source>
        <translation>Nur ein Test nach Besuchern kann seine Verkäufe aus Bestellungen erfahren. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Only about %1: press to show all again</source>
        <translation>Nur zu %1: drücken, um wieder alles zu zeigen</translation>
    </message>
    <message>
        <source>Only differences</source>
        <translation>Nur Unterschiede</translation>
    </message>
    <message>
        <source>Only differences (key D)</source>
        <translation>Nur Unterschiede (Taste D)</translation>
    </message>
    <message>
        <source>Only groups that a customer belongs to by an agreement, an amount, a channel or a market. Groups by personal traits cannot be tested.</source>
        <translation>Nur Gruppen, zu denen ein Kunde durch einen Vertrag, eine Menge, einen Kanal oder einen Markt gehört. Gruppen nach persönlichen Merkmalen können nicht getestet werden.</translation>
    </message>
    <message>
        <source>Only http and https addresses are fetched, not {scheme}.</source>
        <translation>Nur http- und https-Adressen werden abgerufen, nicht {scheme}.</translation>
    </message>
    <message>
        <source>Only lawful ones: a price never depends on who a person is</source>
        <translation>Nur erlaubte: Ein Preis hängt nie davon ab, wer jemand ist</translation>
    </message>
    <message>
        <source>Only low price index</source>
        <translation>Nur niedriger Preisindex</translation>
    </message>
    <message>
        <source>Only stale competitor prices</source>
        <translation>Nur veraltete Wettbewerberpreise</translation>
    </message>
    <message>
        <source>Only with visitors, who are dealt out as they come. Zones, pairs and blocks of time are drawn before the start, for the whole test.</source>
        <translation>Nur mit Besuchern, die zugeteilt werden, wie sie kommen. Zonen, Paare und Zeitblöcke werden vor dem Start für den ganzen Test gezogen.</translation>
    </message>
    <message>
        <source>Only: %1</source>
        <translation>Nur: %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>Eine Arbeitsmappe öffnen</translation>
    </message>
    <message>
        <source>Open a workspace …</source>
        <translation>Eine Arbeitsmappe öffnen …</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Wieder offen</translation>
    </message>
    <message>
        <source>Open another file …</source>
        <translation>Eine andere Datei öffnen …</translation>
    </message>
    <message>
        <source>Open approvals</source>
        <translation>Freigaben öffnen</translation>
    </message>
    <message>
        <source>Open the product in Catalogue</source>
        <translation>Produkt im Katalog öffnen</translation>
    </message>
    <message>
        <source>Open the rejected rows</source>
        <translation>Die abgewiesenen Zeilen öffnen</translation>
    </message>
    <message>
        <source>Open workspace …</source>
        <translation>Arbeitsmappe öffnen …</translation>
    </message>
    <message>
        <source>Opening %1 …</source>
        <translation>%1 wird geöffnet …</translation>
    </message>
    <message>
        <source>Opening the journal …</source>
        <translation>Das Journal wird geöffnet …</translation>
    </message>
    <message>
        <source>Opening the workspace …</source>
        <translation>Die Arbeitsmappe wird geöffnet …</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Order: %1, %2</source>
        <translation>Reihenfolge: %1, %2</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>Other costs a unit: of profit alone</source>
        <translation>Andere Kosten je Stück: nur beim Gewinn</translation>
    </message>
    <message>
        <source>Other exchange rates</source>
        <translation>Andere Wechselkurse</translation>
    </message>
    <message>
        <source>Other net prices, VAT included</source>
        <translation>Andere Nettopreise, MwSt. eingeschlossen</translation>
    </message>
    <message>
        <source>Others have saved rules meanwhile. Your draft is kept; discard it to see theirs.</source>
        <translation>Andere haben inzwischen Regeln gespeichert. Ihr Entwurf bleibt; verwerfen Sie ihn, um die neuen zu sehen.</translation>
    </message>
    <message>
        <source>Our prices against the median of theirs, weighted by revenue, of products that they sell too</source>
        <translation>Unsere Preise gegen den Median der ihren, nach Umsatz gewichtet, bei Produkten, die auch sie führen</translation>
    </message>
    <message>
        <source>Our prices against theirs, delivered and for our content: 100 is the same, above it we are dearer. Geometric mean, weighed by revenue</source>
        <translation>Unsere Preise gegen ihre, geliefert und für unseren Inhalt: 100 ist gleich, darüber sind wir teurer. Geometrisches Mittel, nach Umsatz gewichtet</translation>
    </message>
    <message>
        <source>Our regular price now</source>
        <translation>Unser regulärer Preis jetzt</translation>
    </message>
    <message>
        <source>Ours</source>
        <translation>Unser</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Own price</source>
        <translation>Eigener Preis</translation>
    </message>
    <message>
        <source>Own price from</source>
        <translation>Eigener Preis ab</translation>
    </message>
    <message>
        <source>Own price in percent of the median of accepted, fresh competitor offers.</source>
        <translation>Eigener Preis in Prozent des Medians angenommener, frischer Wettbewerberangebote.</translation>
    </message>
    <message>
        <source>Own price ÷ median of competitors × 100: 100 is parity, less is cheaper</source>
        <translation>Eigener Preis ÷ Median der Wettbewerber × 100: 100 ist Gleichstand, weniger ist billiger</translation>
    </message>
    <message>
        <source>Own price ÷ median of competitors' fresh prices × 100 (100 = parity), each price alike.</source>
        <translation>Eigener Preis ÷ Median der frischen Wettbewerberpreise × 100 (100 = Gleichstand), jeder Preis gleich.</translation>
    </message>
    <message>
        <source>Own price ÷ median of competitors' fresh prices × 100 (100 = parity), weighted by the revenue of the last four weeks.</source>
        <translation>Eigener Preis ÷ Median der frischen Wettbewerberpreise × 100 (100 = Gleichstand), gewichtet mit dem Umsatz der letzten vier Wochen.</translation>
    </message>
    <message>
        <source>Own prices</source>
        <translation>Eigene Preise</translation>
    </message>
    <message>
        <source>P  N</source>
        <translation>P  N</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF-Dokument (*.pdf)</translation>
    </message>
    <message>
        <source>PSI %1</source>
        <translation>PSI %1</translation>
    </message>
    <message>
        <source>Packs</source>
        <translation>Packungen</translation>
    </message>
    <message>
        <source>Packs are whole numbers from 1 to 10,000. Nothing was added.</source>
        <translation>Packungen sind ganze Zahlen von 1 bis 10.000. Nichts wurde angelegt.</translation>
    </message>
    <message>
        <source>Packs sold in the period</source>
        <translation>Im Zeitraum verkaufte Packungen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Pages and feeds that are due are looked at by themselves while the program is open.</source>
        <translation>Fällige Seiten und Feeds werden von selbst angesehen, solange das Programm offen ist.</translation>
    </message>
    <message>
        <source>Pages are fetched by</source>
        <translation>Seiten werden abgerufen durch</translation>
    </message>
    <message>
        <source>Pages are fetched by http or by a browser, not by "{fetcher}". Nothing was changed.</source>
        <translation>Seiten werden durch http oder einen Browser abgerufen, nicht durch „{fetcher}“. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Pages read</source>
        <translation>Gelesene Seiten</translation>
    </message>
    <message>
        <source>Pages whose time to be looked at has come</source>
        <translation>Seiten, deren Abruf an der Zeit ist</translation>
    </message>
    <message>
        <source>Pages without a price within the time that their source is good for</source>
        <translation>Seiten ohne Preis innerhalb der Frischegrenze ihrer Quelle</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Part number</source>
        <translation>Teilenummer</translation>
    </message>
    <message>
        <source>Passed on:</source>
        <translation>Weitergegeben:</translation>
    </message>
    <message>
        <source>Pasted cells</source>
        <translation>Eingefügte Zellen</translation>
    </message>
    <message>
        <source>Path of a file; Enter reads it</source>
        <translation>Pfad einer Datei; Eingabe liest sie</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Per product</source>
        <translation>Je Artikel</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Prozent</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
    <message>
        <source>Picture copied</source>
        <translation>Bild kopiert</translation>
    </message>
    <message>
        <source>Pieces in one sales unit</source>
        <translation>Stücke in einer Verkaufseinheit</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>Einfach</translation>
    </message>
    <message>
        <source>Plain means</source>
        <translation>Einfache Mittel</translation>
    </message>
    <message>
        <source>Plain regressions</source>
        <translation>Einfache Regressionen</translation>
    </message>
    <message>
        <source>Plain regressions beside</source>
        <translation>Einfache Regressionen daneben</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Planen</translation>
    </message>
    <message>
        <source>Plan %1 promotions</source>
        <translation>%1 Aktionen planen</translation>
    </message>
    <message>
        <source>Plan 1 promotion</source>
        <translation>1 Aktion planen</translation>
    </message>
    <message>
        <source>Plan a scenario</source>
        <translation>Szenario planen</translation>
    </message>
    <message>
        <source>Plan a test</source>
        <translation>Einen Test planen</translation>
    </message>
    <message>
        <source>Plan a test…</source>
        <translation>Einen Test planen…</translation>
    </message>
    <message>
        <source>Plan of the test</source>
        <translation>Plan des Tests</translation>
    </message>
    <message>
        <source>Plan promotions</source>
        <translation>Aktionen planen</translation>
    </message>
    <message>
        <source>Plan promotions for what is chosen …</source>
        <translation>Aktionen für das Gewählte planen …</translation>
    </message>
    <message>
        <source>Plan promotions …</source>
        <translation>Aktionen planen …</translation>
    </message>
    <message>
        <source>Plan …</source>
        <translation>Planen …</translation>
    </message>
    <message>
        <source>Planned now</source>
        <translation>Jetzt geplant</translation>
    </message>
    <message>
        <source>Planning …</source>
        <translation>Planung …</translation>
    </message>
    <message>
        <source>Point at a line first</source>
        <translation>Zeigen Sie zuerst auf eine Zeile</translation>
    </message>
    <message>
        <source>Port {port} is not one that web pages are fetched from.</source>
        <translation>Von Port {port} werden keine Webseiten abgerufen.</translation>
    </message>
    <message>
        <source>Power reached</source>
        <translation>Erreichte Trennschärfe</translation>
    </message>
    <message>
        <source>Power: of tests with the least lift, so many find it</source>
        <translation>Trennschärfe: So viele der Tests mit der kleinsten gesuchten Wirkung finden sie</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Vorhergesagt</translation>
    </message>
    <message>
        <source>Predicted %1 a week</source>
        <translation>Vorhergesagt %1 je Woche</translation>
    </message>
    <message>
        <source>Predicted against realized</source>
        <translation>Vorhergesagt gegen realisiert</translation>
    </message>
    <message>
        <source>Predicted against realized: left and right read it off</source>
        <translation>Vorhergesagt gegen realisiert: links und rechts lesen ab</translation>
    </message>
    <message>
        <source>Predicted high</source>
        <translation>Vorhergesagt hoch</translation>
    </message>
    <message>
        <source>Predicted low</source>
        <translation>Vorhergesagt tief</translation>
    </message>
    <message>
        <source>Press A again to approve %1 prices at once. Esc cancels.</source>
        <translation>Drücken Sie A noch einmal, um %1 Preise auf einmal freizugeben. Esc bricht ab.</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Vorheriger Bereich</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Price after</source>
        <translation>Preis danach</translation>
    </message>
    <message>
        <source>Price against competitors over 52 weeks: left and right read it off</source>
        <translation>Preis gegen Wettbewerber über 52 Wochen: links und rechts lesen ab</translation>
    </message>
    <message>
        <source>Price against competitors, 52 weeks</source>
        <translation>Preis gegen Wettbewerber, 52 Wochen</translation>
    </message>
    <message>
        <source>Price changed: somebody else approves an edited price</source>
        <translation>Preis geändert: Ein anderer gibt einen bearbeiteten Preis frei</translation>
    </message>
    <message>
        <source>Price changes</source>
        <translation>Preisänderungen</translation>
    </message>
    <message>
        <source>Price changes waiting for a decision</source>
        <translation>Preisänderungen, die auf eine Entscheidung warten</translation>
    </message>
    <message>
        <source>Price decision for %1 · %2</source>
        <translation>Preisentscheidung für %1 · %2</translation>
    </message>
    <message>
        <source>Price index</source>
        <translation>Preisindex</translation>
    </message>
    <message>
        <source>Price index by category and competitor</source>
        <translation>Preisindex nach Kategorie und Wettbewerber</translation>
    </message>
    <message>
        <source>Price index, %</source>
        <translation>Preisindex, %</translation>
    </message>
    <message>
        <source>Price moved meanwhile</source>
        <translation>Preis hat sich inzwischen bewegt</translation>
    </message>
    <message>
        <source>Price moves since yesterday</source>
        <translation>Preisbewegungen seit gestern</translation>
    </message>
    <message>
        <source>Price now</source>
        <translation>Preis jetzt</translation>
    </message>
    <message>
        <source>Price number {row} stands there twice. Nothing was computed.</source>
        <translation>Preis Nummer {row} steht zweimal da. Nichts wurde berechnet.</translation>
    </message>
    <message>
        <source>Price observed</source>
        <translation>Beobachteter Preis</translation>
    </message>
    <message>
        <source>Price of one of theirs</source>
        <translation>Preis einer Packung von ihnen</translation>
    </message>
    <message>
        <source>Price tests</source>
        <translation>Preistests</translation>
    </message>
    <message>
        <source>Price then</source>
        <translation>Preis damals</translation>
    </message>
    <message>
        <source>Price war</source>
        <translation>Preiskampf</translation>
    </message>
    <message>
        <source>Price war? We and {competitor} went below each other {count} times in 7 days with {product} ({sku}, {zone}).</source>
        <translation>Preiskrieg? Wir und {competitor} haben uns in 7 Tagen {count}-mal unterboten: {product} ({sku}, {zone}).</translation>
    </message>
    <message>
        <source>Price war? What competitors ask for {product} ({sku}, {zone}) fell by {value} % in 7 days, from {before} to {now} {currency}.</source>
        <translation>Preiskrieg? Was Wettbewerber für {product} ({sku}, {zone}) verlangen, fiel in 7 Tagen um {value} %, von {before} auf {now} {currency}.</translation>
    </message>
    <message>
        <source>Price zones</source>
        <translation>Preiszonen</translation>
    </message>
    <message>
        <source>Price zones …</source>
        <translation>Preiszonen …</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Prices are being released at this moment ({program}, process {process} on {computer}). Nothing was changed here. Try again in a moment.</source>
        <translation>Gerade werden Preise ausgeliefert ({program}, Prozess {process} auf {computer}). Hier wurde nichts geändert. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Prices are released at multiples of this time.</source>
        <translation>Preise werden zu Vielfachen dieser Zeit freigegeben.</translation>
    </message>
    <message>
        <source>Prices cannot be held against competitors here: of none of these products is their price known. Nothing was planned.</source>
        <translation>Hier lassen sich Preise nicht an Wettbewerbern messen: Von keinem dieser Produkte ist deren Preis bekannt. Es wurde nichts geplant.</translation>
    </message>
    <message>
        <source>Prices for the batch</source>
        <translation>Preise für das Preispaket</translation>
    </message>
    <message>
        <source>Prices go back by themselves</source>
        <translation>Preise gehen von selbst zurück</translation>
    </message>
    <message>
        <source>Prices go back by themselves: when harm is certain, when it is undecided at its longest, when nobody decides in time, when arms or plan are not as registered. This cannot be switched off.</source>
        <translation>Die Preise gehen von selbst zurück: wenn ein Schaden sicher ist, wenn bis zur längsten Dauer nichts entschieden ist, wenn niemand rechtzeitig entscheidet, wenn Arme oder Plan nicht wie festgeschrieben sind. Das lässt sich nicht abschalten.</translation>
    </message>
    <message>
        <source>Prices go out when that day begins, by the clocks of each price zone. Empty: the next release.</source>
        <translation>Preise gehen hinaus, wenn dieser Tag nach den Uhren jeder Preiszone beginnt. Leer: die nächste Auslieferung.</translation>
    </message>
    <message>
        <source>Prices in 24 hours</source>
        <translation>Preise in 24 Stunden</translation>
    </message>
    <message>
        <source>Prices in {zone} include VAT, and no rate is known there for this VAT class. Nothing was added.</source>
        <translation>Preise in {zone} enthalten MwSt., und für diese MwSt.-Klasse ist dort kein Satz bekannt. Es wurde nichts angelegt.</translation>
    </message>
    <message>
        <source>Prices include VAT</source>
        <translation>Preise enthalten MwSt.</translation>
    </message>
    <message>
        <source>Prices moved at times when units would have moved anyway: do not believe plain regressions here</source>
        <translation>Preise änderten sich, wenn sich die Mengen ohnehin geändert hätten: einfachen Regressionen ist hier nicht zu glauben</translation>
    </message>
    <message>
        <source>Prices of</source>
        <translation>Preise von</translation>
    </message>
    <message>
        <source>Prices of the batch</source>
        <translation>Preise des Preispakets</translation>
    </message>
    <message>
        <source>Prices of the last time that were new</source>
        <translation>Preise des letzten Mals, die neu waren</translation>
    </message>
    <message>
        <source>Prices of the scenario</source>
        <translation>Preise des Szenarios</translation>
    </message>
    <message>
        <source>Prices of the test</source>
        <translation>Preise des Tests</translation>
    </message>
    <message>
        <source>Prices of the test, through the limits</source>
        <translation>Preise des Tests, durch die Grenzen geprüft</translation>
    </message>
    <message>
        <source>Prices that a page told, against those that a service stood in for</source>
        <translation>Preise, die eine Seite nannte, gegen jene, für die ein Dienst einsprang</translation>
    </message>
    <message>
        <source>Prices that it says something of at this moment</source>
        <translation>Preise, zu denen sie in diesem Augenblick etwas sagt</translation>
    </message>
    <message>
        <source>Prices that it touches</source>
        <translation>Preise, die sie berührt</translation>
    </message>
    <message>
        <source>Prices that keep score</source>
        <translation>Trefferbild der Preise</translation>
    </message>
    <message>
        <source>Prices that the rule is for, whatever the hour and the stock</source>
        <translation>Preise, für die die Regel gilt, gleich zu welcher Stunde und bei welchem Bestand</translation>
    </message>
    <message>
        <source>Prices that wait for approval, and approved ones that are not released yet, stand here. A cycle proposes some, or try prices in the Catalogue.</source>
        <translation>Preise, die auf Freigabe warten, und freigegebene, die noch nicht ausgeliefert sind, stehen hier. Ein Zyklus schlägt welche vor, oder probieren Sie Preise im Sortiment aus.</translation>
    </message>
    <message>
        <source>Prices that would differ</source>
        <translation>Preise, die anders wären</translation>
    </message>
    <message>
        <source>Prices timed</source>
        <translation>Preise mit der Zeit</translation>
    </message>
    <message>
        <source>Prices to edit</source>
        <translation>Preise zum Bearbeiten</translation>
    </message>
    <message>
        <source>Prices were decided since for products that this import brought, and decisions are kept for good. So it cannot be taken back. Import corrected figures instead.</source>
        <translation>Seitdem wurden Preise für Artikel entschieden, die dieser Import brachte, und Entscheidungen werden für immer aufbewahrt. Deshalb kann er nicht zurückgenommen werden. Importieren Sie stattdessen berichtigte Zahlen.</translation>
    </message>
    <message>
        <source>Pricewright workspaces (*.pricewright *.pw *.db)</source>
        <translation>Pricewright-Arbeitsmappen (*.pricewright *.pw *.db)</translation>
    </message>
    <message>
        <source>Pricing cycle of %1</source>
        <translation>Preiszyklus vom %1</translation>
    </message>
    <message>
        <source>Prior price</source>
        <translation>Vorheriger Preis</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Product {item} has no price to choose from.</source>
        <translation>Produkt {item} hat keinen Preis zur Wahl.</translation>
    </message>
    <message>
        <source>Product {product} of this problem lacks a positive price, a positive quantity or a ladder of positive prices.</source>
        <translation>Produkt {product} dieser Aufgabe fehlt ein positiver Preis, eine positive Menge oder eine Leiter positiver Preise.</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Products are being read …</source>
        <translation>Artikel werden gelesen …</translation>
    </message>
    <message>
        <source>Products found</source>
        <translation>Gefundene Produkte</translation>
    </message>
    <message>
        <source>Products of ours that it names are matches</source>
        <translation>Artikel, die er nennt, sind zugeordnet</translation>
    </message>
    <message>
        <source>Products that buyers turn to instead: what the tested ones lose to them is no loss</source>
        <translation>Artikel, auf die Käufer ausweichen: Was die getesteten an sie verlieren, ist kein Verlust</translation>
    </message>
    <message>
        <source>Profit</source>
        <translation>Gewinn</translation>
    </message>
    <message>
        <source>Profit %1/wk, 90 % interval</source>
        <translation>Gewinn %1/Wo., 90-%-Intervall</translation>
    </message>
    <message>
        <source>Profit / wk</source>
        <translation>Gewinn / Wo.</translation>
    </message>
    <message>
        <source>Profit a week</source>
        <translation>Gewinn pro Woche</translation>
    </message>
    <message>
        <source>Profit a week less what would have come at the old price, as untouched prices moved</source>
        <translation>Gewinn je Woche abzüglich dessen, was beim alten Preis gekommen wäre, so wie sich unberührte Preise entwickelten</translation>
    </message>
    <message>
        <source>Profit a week that tests of the period which were rolled out bring, shrunk: winners are picked for looking good, so what they were found to bring is too much on average. Interval 90 %.</source>
        <translation>Gewinn je Woche, den die ausgerollten Tests des Zeitraums bringen, geschrumpft: Sieger werden ausgewählt, weil sie gut aussehen, deshalb ist das für sie Gefundene im Mittel zu viel. Intervall 90 %.</translation>
    </message>
    <message>
        <source>Profit against revenue</source>
        <translation>Gewinn gegen Umsatz</translation>
    </message>
    <message>
        <source>Profit against revenue: left and right read the plans off</source>
        <translation>Gewinn gegen Umsatz: links und rechts lesen die Pläne ab</translation>
    </message>
    <message>
        <source>Profit at least, %</source>
        <translation>Gewinn mindestens, %</translation>
    </message>
    <message>
        <source>Profit change a week</source>
        <translation>Gewinnänderung pro Woche</translation>
    </message>
    <message>
        <source>Profit high</source>
        <translation>Gewinn hoch</translation>
    </message>
    <message>
        <source>Profit low</source>
        <translation>Gewinn tief</translation>
    </message>
    <message>
        <source>Profit of the whole category in this zone, the cost of new labels taken off.</source>
        <translation>Gewinn der ganzen Kategorie in dieser Zone, abzüglich der Kosten neuer Etiketten.</translation>
    </message>
    <message>
        <source>Profit, 5 %</source>
        <translation>Gewinn, 5 %</translation>
    </message>
    <message>
        <source>Profit, 95 %</source>
        <translation>Gewinn, 95 %</translation>
    </message>
    <message>
        <source>Profit/wk</source>
        <translation>Gewinn/Wo.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Progress of the cycle</source>
        <translation>Fortschritt des Zyklus</translation>
    </message>
    <message>
        <source>Promote</source>
        <translation>Befördern</translation>
    </message>
    <message>
        <source>Promote %1</source>
        <translation>%1 befördern</translation>
    </message>
    <message>
        <source>Promote a version…</source>
        <translation>Version befördern…</translation>
    </message>
    <message>
        <source>Promote…</source>
        <translation>Befördern…</translation>
    </message>
    <message>
        <source>Promotions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Promotions over time</source>
        <translation>Aktionen im Zeitverlauf</translation>
    </message>
    <message>
        <source>Promotions over time: left and right read them off</source>
        <translation>Aktionen im Zeitverlauf: links und rechts lesen sie ab</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Proof · BROKEN</source>
        <translation>Beleg · GEBROCHEN</translation>
    </message>
    <message>
        <source>Proof · sound</source>
        <translation>Beleg · unversehrt</translation>
    </message>
    <message>
        <source>Proposals expire after this time rather than being applied on old evidence.</source>
        <translation>Vorschläge verfallen nach dieser Zeit, statt auf alter Grundlage zu gelten.</translation>
    </message>
    <message>
        <source>Propose %1 prices</source>
        <translation>%1 Preise vorschlagen</translation>
    </message>
    <message>
        <source>Propose 1 price</source>
        <translation>1 Preis vorschlagen</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Vorgeschlagen</translation>
    </message>
    <message>
        <source>Proposed by</source>
        <translation>Vorgeschlagen von</translation>
    </message>
    <message>
        <source>Proxies</source>
        <translation>Proxys</translation>
    </message>
    <message>
        <source>Publications</source>
        <translation>Veröffentlichungen</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>Put %1 prices back</source>
        <translation>%1 Preise zurücksetzen</translation>
    </message>
    <message>
        <source>Put 1 price back</source>
        <translation>1 Preis zurücksetzen</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Put off %1</source>
        <translation>%1 zurückstellen</translation>
    </message>
    <message>
        <source>Put off %1 rows</source>
        <translation>%1 Zeilen zurückstellen</translation>
    </message>
    <message>
        <source>Put off …</source>
        <translation>Zurückstellen …</translation>
    </message>
    <message>
        <source>Put off…</source>
        <translation>Zurückstellen…</translation>
    </message>
    <message>
        <source>Put the focus on the cell where the pasted cells shall begin.</source>
        <translation>Setzen Sie den Fokus auf die Zelle, bei der die eingefügten Zellen beginnen sollen.</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>Quartal</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Ruhezeiten</translation>
    </message>
    <message>
        <source>Quiet hours are two times such as 22:00 and 07:00 and a time zone such as Europe/Berlin; {field} is "{value}". Nothing was saved.</source>
        <translation>Ruhezeiten sind zwei Uhrzeiten wie 22:00 und 07:00 und eine Zeitzone wie Europe/Berlin; {field} ist „{value}“. Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>R gives all zones back to %1</source>
        <translation>R gibt alle Zonen an %1 zurück</translation>
    </message>
    <message numerus="yes">
        <source>R puts %n price(s) back at once</source>
        <translation>
            <numerusform>R setzt %n Preis sofort zurück</numerusform>
            <numerusform>R setzt %n Preise sofort zurück</numerusform>
        </translation>
    </message>
    <message>
        <source>R puts the new prices of its blocks back at once</source>
        <translation>R nimmt die neuen Preise seiner Blöcke sofort zurück</translation>
    </message>
    <message>
        <source>R shows everybody the old price again</source>
        <translation>R zeigt allen wieder den alten Preis</translation>
    </message>
    <message>
        <source>R takes it back before %1 has decided any zone</source>
        <translation>R nimmt ihn zurück, bevor %1 eine Zone entschieden hat</translation>
    </message>
    <message>
        <source>R takes it back before any price has changed</source>
        <translation>R nimmt ihn zurück, bevor sich ein Preis geändert hat</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Ranges that watched pages may lie in although they are not public, as 10.20.0.0/16; for an intranet.</source>
        <translation>Bereiche, in denen beobachtete Seiten liegen dürfen, obwohl sie nicht öffentlich sind, wie 10.20.0.0/16; für ein Intranet.</translation>
    </message>
    <message>
        <source>Ranges that webhooks may lie in although they are not public, as 10.20.0.0/16; for an intranet.</source>
        <translation>Bereiche, in denen Webhooks liegen dürfen, obwohl sie nicht öffentlich sind, wie 10.20.0.0/16; für ein Intranet.</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Erreicht</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Read back from the channel's file just now.</source>
        <translation>Eben aus der Datei des Kanals zurückgelesen.</translation>
    </message>
    <message>
        <source>Read back: %1 of %2 are not what they should be. T writes the files again.</source>
        <translation>Zurückgelesen: %1 von %2 sind nicht, was sie sein sollen. T schreibt die Dateien neu.</translation>
    </message>
    <message>
        <source>Read back: %1, every one right</source>
        <translation>Zurückgelesen: %1, jede richtig</translation>
    </message>
    <message>
        <source>Read elasticities plainly, to compare</source>
        <translation>Elastizitäten zum Vergleich einfach lesen</translation>
    </message>
    <message>
        <source>Read every, minutes</source>
        <translation>Lesen alle, Minuten</translation>
    </message>
    <message>
        <source>Read feed</source>
        <translation>Feed lesen</translation>
    </message>
    <message>
        <source>Read now</source>
        <translation>Jetzt gelesen</translation>
    </message>
    <message>
        <source>Read the chosen feed now</source>
        <translation>Den gewählten Feed jetzt lesen</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Nur lesbar</translation>
    </message>
    <message>
        <source>Reading or writing {path} failed ({message}). What was saved before is kept. Check the disk and do it again.</source>
        <translation>Lesen oder Schreiben von {path} schlug fehl ({message}). Was zuvor gespeichert wurde, ist erhalten. Prüfen Sie die Platte, und wiederholen Sie es.</translation>
    </message>
    <message>
        <source>Reading the batches …</source>
        <translation>Die Preispakete werden gelesen …</translation>
    </message>
    <message>
        <source>Reading the catalogue …</source>
        <translation>Das Sortiment wird gelesen …</translation>
    </message>
    <message>
        <source>Reading the files …</source>
        <translation>Die Dateien werden gelesen …</translation>
    </message>
    <message>
        <source>Reading the group …</source>
        <translation>Die Gruppe wird gelesen …</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Realized</source>
        <translation>Realisiert</translation>
    </message>
    <message>
        <source>Realized change of profit of all scored prices together, of what would have come at the old prices. Interval 90 %.</source>
        <translation>Realisierte Änderung des Gewinns aller gewerteten Preise zusammen, bezogen auf das, was zu den alten Preisen gekommen wäre. Intervall 90 %.</translation>
    </message>
    <message>
        <source>Realized gross margin</source>
        <translation>Erzielte Bruttomarge</translation>
    </message>
    <message>
        <source>Realized high</source>
        <translation>Realisiert hoch</translation>
    </message>
    <message>
        <source>Realized low</source>
        <translation>Realisiert tief</translation>
    </message>
    <message>
        <source>Really approve %1</source>
        <translation>%1 wirklich freigeben</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Grund: %1</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>Recipe…</source>
        <translation>Rezept…</translation>
    </message>
    <message>
        <source>Recommended: %1, as %2.</source>
        <translation>Empfohlen: %1, denn %2.</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Auffrischen</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Refuse the terms of %1 (now: %2)</source>
        <translation>Bedingungen von %1 ablehnen (jetzt: %2)</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Festgeschrieben</translation>
    </message>
    <message>
        <source>Registered with the test: afterwards everybody knew it all along</source>
        <translation>Mit dem Test festgeschrieben: Hinterher haben es alle schon immer gewusst</translation>
    </message>
    <message>
        <source>Regular</source>
        <translation>Regulär</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Reject %1</source>
        <translation>%1 ablehnen</translation>
    </message>
    <message>
        <source>Reject %1 prices: why?</source>
        <translation>%1 Preise ablehnen: warum?</translation>
    </message>
    <message>
        <source>Reject %1: why?</source>
        <translation>%1 ablehnen: warum?</translation>
    </message>
    <message>
        <source>Reject what is chosen</source>
        <translation>Auswahl ablehnen</translation>
    </message>
    <message>
        <source>Reject …</source>
        <translation>Ablehnen …</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Rejected, expired, superseded, published: the last 14 days</source>
        <translation>Abgelehnt, abgelaufen, überholt, veröffentlicht: die letzten 14 Tage</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>Ablehnen…</translation>
    </message>
    <message>
        <source>Relation {entry} is none: its type is "le" (with a, b and a positive factor) or "ge_abs" (with a, b and delta), and a and b are two products by their places, 0 to {last}.</source>
        <translation>Beziehung {entry} ist keine: ihr Typ ist "le" (mit a, b und einem positiven factor) oder "ge_abs" (mit a, b und delta), und a und b sind zwei Artikel nach ihren Plätzen, 0 bis {last}.</translation>
    </message>
    <message>
        <source>Relations between prices</source>
        <translation>Beziehungen zwischen Preisen</translation>
    </message>
    <message>
        <source>Release %1 prices</source>
        <translation>%1 Preise ausliefern</translation>
    </message>
    <message>
        <source>Release 1 price</source>
        <translation>1 Preis ausliefern</translation>
    </message>
    <message>
        <source>Release batch %1 now?</source>
        <translation>Preispaket %1 jetzt ausliefern?</translation>
    </message>
    <message>
        <source>Release now</source>
        <translation>Jetzt ausliefern</translation>
    </message>
    <message>
        <source>Release the batch now</source>
        <translation>Das Preispaket jetzt ausliefern</translation>
    </message>
    <message>
        <source>Release undone: %1 wait in Approvals again</source>
        <translation>Auslieferung zurückgenommen: %1 warten wieder unter Freigaben</translation>
    </message>
    <message>
        <source>Releasing</source>
        <translation>Wird ausgeliefert</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the draft</source>
        <translation>Den Entwurf entfernen</translation>
    </message>
    <message>
        <source>Remove the rule</source>
        <translation>Die Regel entfernen</translation>
    </message>
    <message>
        <source>Removed from the draft · Ctrl+Z brings it back</source>
        <translation>Aus dem Entwurf entfernt · Strg+Z bringt sie zurück</translation>
    </message>
    <message>
        <source>Replaced since</source>
        <translation>Seitdem ersetzt</translation>
    </message>
    <message>
        <source>Replacement cost</source>
        <translation>Wiederbeschaffungskosten</translation>
    </message>
    <message>
        <source>Replacement cost in force. F2 changes it from today on.</source>
        <translation>Geltende Wiederbeschaffungskosten. F2 ändert sie ab heute.</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Replay the decision of the entry</source>
        <translation>Die Entscheidung des Eintrags wiederholen</translation>
    </message>
    <message>
        <source>Replay: compute this decision again from what was stored (key P)</source>
        <translation>Wiederholen: diese Entscheidung aus dem Gespeicherten noch einmal rechnen (Taste P)</translation>
    </message>
    <message>
        <source>Replaying the last 90 days …</source>
        <translation>Die letzten 90 Tage werden nachgespielt …</translation>
    </message>
    <message>
        <source>Requests a minute</source>
        <translation>Anfragen je Minute</translation>
    </message>
    <message>
        <source>Returns, and profit whose costs are known in one period only</source>
        <translation>Retouren, und Gewinn, dessen Kosten nur in einem Zeitraum bekannt sind</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Umsatz</translation>
    </message>
    <message>
        <source>Revenue %1/wk</source>
        <translation>Umsatz %1/Wo.</translation>
    </message>
    <message>
        <source>Revenue / wk</source>
        <translation>Umsatz / Wo.</translation>
    </message>
    <message>
        <source>Revenue a week</source>
        <translation>Umsatz je Woche</translation>
    </message>
    <message>
        <source>Revenue at least, %</source>
        <translation>Umsatz mindestens, %</translation>
    </message>
    <message>
        <source>Revenue carried on at the pace of the last eight weeks, with a 90 % interval from how much they differed. Seasons and plans are not in it</source>
        <translation>Umsatz, im Tempo der letzten acht Wochen fortgeschrieben, mit einem 90-%-Intervall daraus, wie sehr sie sich unterschieden. Saison und Pläne sind nicht darin</translation>
    </message>
    <message>
        <source>Revenue less units at the cost of their day, where costs are known.</source>
        <translation>Umsatz abzüglich der Stück zu den Kosten ihres Tages, wo Kosten bekannt sind.</translation>
    </message>
    <message>
        <source>Revenue or profit, in both charts and in the table: M changes it</source>
        <translation>Umsatz oder Gewinn, in beiden Diagrammen und in der Tabelle: M wechselt</translation>
    </message>
    <message>
        <source>Revenue target</source>
        <translation>Umsatzziel</translation>
    </message>
    <message>
        <source>Revenue, last 7 days</source>
        <translation>Umsatz, letzte 7 Tage</translation>
    </message>
    <message>
        <source>Revenue, profit and why they changed stand here once sales have been imported; what each published price brought, two whole weeks after it.</source>
        <translation>Umsatz, Gewinn und warum sie sich änderten, stehen hier, sobald Verkäufe importiert sind; was jeder veröffentlichte Preis brachte, zwei ganze Wochen nach ihm.</translation>
    </message>
    <message>
        <source>Revenue-weighted change of all prices</source>
        <translation>Umsatzgewichtete Änderung aller Preise</translation>
    </message>
    <message>
        <source>Revenue-weighted change of the products that customers compare by</source>
        <translation>Umsatzgewichtete Änderung der Artikel, an denen Kunden vergleichen</translation>
    </message>
    <message>
        <source>Revenue/wk</source>
        <translation>Umsatz/Wo.</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Revert the test…</source>
        <translation>Den Test zurücknehmen…</translation>
    </message>
    <message>
        <source>Revert “%1”</source>
        <translation>„%1“ zurücknehmen</translation>
    </message>
    <message>
        <source>Right of the last column.</source>
        <translation>Rechts von der letzten Spalte.</translation>
    </message>
    <message>
        <source>Right sign</source>
        <translation>Vorzeichen</translation>
    </message>
    <message>
        <source>Right sign ≥</source>
        <translation>Vorzeichen ≥</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <source>Rivals</source>
        <translation>Wettbewerber</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Role: %1</source>
        <translation>Rolle: %1</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Roll a model back…</source>
        <translation>Modell zurücknehmen…</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Zurückrollen</translation>
    </message>
    <message>
        <source>Roll back batch %1, “%2”?</source>
        <translation>Preispaket %1, „%2“, zurückrollen?</translation>
    </message>
    <message>
        <source>Roll back…</source>
        <translation>Zurücknehmen…</translation>
    </message>
    <message>
        <source>Roll out</source>
        <translation>Ausrollen</translation>
    </message>
    <message>
        <source>Roll out %1</source>
        <translation>%1 ausrollen</translation>
    </message>
    <message>
        <source>Roll out %1: “%2”</source>
        <translation>%1 ausrollen: „%2“</translation>
    </message>
    <message>
        <source>Roll out the test’s new price…</source>
        <translation>Den neuen Preis des Tests ausrollen…</translation>
    </message>
    <message>
        <source>Roll out “%1”</source>
        <translation>„%1“ ausrollen</translation>
    </message>
    <message>
        <source>Roll the batch back</source>
        <translation>Das Preispaket zurückrollen</translation>
    </message>
    <message>
        <source>Rolled back</source>
        <translation>Zurückgerollt</translation>
    </message>
    <message>
        <source>Rolled out brings a week</source>
        <translation>Ausgerolltes bringt je Woche</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Rows of no product of ours: a match or a bar code ties them</source>
        <translation>Zeilen zu keinem unserer Produkte: Eine Zuordnung oder ein Strichcode verbindet sie</translation>
    </message>
    <message>
        <source>Rows of the last time that could be read</source>
        <translation>Zeilen des letzten Mals, die lesbar waren</translation>
    </message>
    <message>
        <source>Rows that could not be read</source>
        <translation>Zeilen, die nicht lesbar waren</translation>
    </message>
    <message>
        <source>Rows, and what is under way</source>
        <translation>Zeilen, und was unterwegs ist</translation>
    </message>
    <message>
        <source>Rows: comfortable</source>
        <translation>Zeilen: weit</translation>
    </message>
    <message>
        <source>Rows: compact</source>
        <translation>Zeilen: eng</translation>
    </message>
    <message>
        <source>Rows: normal</source>
        <translation>Zeilen: normal</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Rule earlier</source>
        <translation>Regel früher</translation>
    </message>
    <message>
        <source>Rule later</source>
        <translation>Regel später</translation>
    </message>
    <message>
        <source>Rule on or off</source>
        <translation>Regel an oder aus</translation>
    </message>
    <message>
        <source>Rule {rule} is not a JSON object. The rules are as they were.</source>
        <translation>Regel {rule} ist kein JSON-Objekt. Die Regeln sind, wie sie waren.</translation>
    </message>
    <message>
        <source>Rule {rule}: prices are compared with the median or the lowest, not with {value}.</source>
        <translation>Regel {rule}: Preise werden mit dem Median oder dem niedrigsten verglichen, nicht mit {value}.</translation>
    </message>
    <message>
        <source>Rule {rule}: the amount {value} does not fit its kind. The rules are as they were.</source>
        <translation>Regel {rule}: Der Betrag {value} passt nicht zu ihrer Art. Die Regeln sind, wie sie waren.</translation>
    </message>
    <message>
        <source>Rule {rule}: the percentage {value} does not fit its kind. The rules are as they were.</source>
        <translation>Regel {rule}: Der Prozentsatz {value} passt nicht zu ihrer Art. Die Regeln sind, wie sie waren.</translation>
    </message>
    <message>
        <source>Rule {rule}: the schedule's {field} cannot be {value}. The rules are as they were.</source>
        <translation>Regel {rule}: {field} des Zeitplans kann nicht {value} sein. Die Regeln sind, wie sie waren.</translation>
    </message>
    <message>
        <source>Rule {rule}: there is no field "{field}". The rules are as they were.</source>
        <translation>Regel {rule}: Es gibt kein Feld „{field}“. Die Regeln sind, wie sie waren.</translation>
    </message>
    <message>
        <source>Rule {rule}: {field} cannot be {value}. The rules are as they were.</source>
        <translation>Regel {rule}: {field} kann nicht {value} sein. Die Regeln sind, wie sie waren.</translation>
    </message>
    <message>
        <source>Rule {rule}: {value} is no kind of rule. Known are: floor, ceiling, match, undercut, index, cost-plus, ending, hold.</source>
        <translation>Regel {rule}: {value} ist keine Art von Regel. Bekannt sind: floor, ceiling, match, undercut, index, cost-plus, ending, hold.</translation>
    </message>
    <message>
        <source>Rule {rule}: {value} is no list of price endings. The rules are as they were.</source>
        <translation>Regel {rule}: {value} ist keine Liste von Preisendungen. Die Regeln sind, wie sie waren.</translation>
    </message>
    <message>
        <source>Rule {rule}: {value} is no priority. Write a whole number.</source>
        <translation>Regel {rule}: {value} ist kein Rang. Schreiben Sie eine ganze Zahl.</translation>
    </message>
    <message>
        <source>Rule {rule}: {value} is no role. Known are: kvi, foreground, background, tail.</source>
        <translation>Regel {rule}: {value} ist keine Rolle. Bekannt sind: kvi, foreground, background, tail.</translation>
    </message>
    <message>
        <source>Rule {rule}: {value} is no stock. Write a number that is not negative.</source>
        <translation>Regel {rule}: {value} ist kein Bestand. Schreiben Sie eine Zahl, die nicht negativ ist.</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Rules and people</source>
        <translation>Regeln und Personen</translation>
    </message>
    <message>
        <source>Rules are a JSON list.</source>
        <translation>Regeln sind eine JSON-Liste.</translation>
    </message>
    <message>
        <source>Rules in force say</source>
        <translation>Geltende Regeln sagen</translation>
    </message>
    <message>
        <source>Rules, the first that decides wins</source>
        <translation>Regeln, die erste, die entscheidet, gewinnt</translation>
    </message>
    <message>
        <source>Run cycle</source>
        <translation>Zyklus starten</translation>
    </message>
    <message>
        <source>Runs until now</source>
        <translation>Läuft bis jetzt</translation>
    </message>
    <message>
        <source>SFTP failed</source>
        <translation>SFTP ist gescheitert</translation>
    </message>
    <message>
        <source>SFTP failed ({why}). What came before was kept; it is asked again soon.</source>
        <translation>SFTP ist fehlgeschlagen ({why}). Was vorher kam, wurde behalten; bald wird wieder abgefragt.</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Artikelnr.</translation>
    </message>
    <message>
        <source>SKU, or its beginning and a star</source>
        <translation>Artikelnummer, oder ihr Anfang und ein Stern</translation>
    </message>
    <message>
        <source>SKU@ZONE and address</source>
        <translation>SKU@ZONE und Adresse</translation>
    </message>
    <message>
        <source>SKUs</source>
        <translation>Artikelnummern</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Verkäufe</translation>
    </message>
    <message>
        <source>Sales and stock that end longer ago are stale.</source>
        <translation>Verkäufe und Bestände, die länger her enden, sind veraltet.</translation>
    </message>
    <message>
        <source>Sales are known by week only, so nothing can be said of single days. Import sales by day or invoice lines, or forecast by week.</source>
        <translation>Verkäufe sind nur je Woche bekannt, über einzelne Tage lässt sich nichts sagen. Verkäufe je Tag oder Rechnungszeilen einlesen, oder je Woche vorhersagen.</translation>
    </message>
    <message>
        <source>Sales do not tell who visited, so a test by visitors cannot be tried on own history: experiment power --design visitors plans it from figures.</source>
        <translation>Verkäufe sagen nicht, wer zu Besuch war; darum lässt sich ein Test nach Besuchern nicht an der eigenen Vergangenheit erproben: experiment power --design visitors plant ihn aus Zahlen.</translation>
    </message>
    <message>
        <source>Sales do not tell who visited: a test on visitors is planned from --share, or --mean and --sd, with --units-a-day.</source>
        <translation>Der Absatz sagt nicht, wer zu Besuch war: Ein Test an Besuchern wird mit --share oder mit --mean und --sd geplant, dazu --units-a-day.</translation>
    </message>
    <message>
        <source>Sales from</source>
        <translation>Verkäufe aus</translation>
    </message>
    <message>
        <source>Sales older than this pause it: nothing is decided without them</source>
        <translation>Ältere Verkäufe als diese halten ihn an: Ohne sie wird nichts entschieden</translation>
    </message>
    <message>
        <source>Sales silent, hours</source>
        <translation>Verkäufe schweigen, Stunden</translation>
    </message>
    <message>
        <source>Sales until</source>
        <translation>Absatz bis</translation>
    </message>
    <message>
        <source>Sales, costs, stock, products, promotions, competitor prices, own prices or exchange rates as CSV, also packed (.gz); or a workbook of prices that was written here and edited outside. Nothing is changed before you have seen what would be.</source>
        <translation>Verkäufe, Kosten, Bestand, Artikel, Aktionen, Wettbewerberpreise, eigene Preise oder Wechselkurse als CSV, auch gepackt (.gz); oder eine Preismappe, die hier geschrieben und draußen bearbeitet wurde. Nichts wird geändert, bevor Sie gesehen haben, was geschähe.</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Sample ratio</source>
        <translation>Stichprobenverhältnis</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>%1 speichern</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Als PDF speichern</translation>
    </message>
    <message>
        <source>Save as draft</source>
        <translation>Als Entwurf speichern</translation>
    </message>
    <message>
        <source>Save as picture (PNG) …</source>
        <translation>Als Bild speichern (PNG) …</translation>
    </message>
    <message>
        <source>Save as vector picture (SVG) …</source>
        <translation>Als Vektorbild speichern (SVG) …</translation>
    </message>
    <message>
        <source>Save data (CSV) …</source>
        <translation>Daten speichern (CSV) …</translation>
    </message>
    <message>
        <source>Save data for Excel (CSV) …</source>
        <translation>Daten für Excel speichern (CSV) …</translation>
    </message>
    <message>
        <source>Save mapping</source>
        <translation>Zuordnung speichern</translation>
    </message>
    <message>
        <source>Save once more to keep it as it is.</source>
        <translation>Noch einmal speichern behält es, wie es ist.</translation>
    </message>
    <message>
        <source>Save the alert</source>
        <translation>Alarm speichern</translation>
    </message>
    <message>
        <source>Save the feed</source>
        <translation>Feed speichern</translation>
    </message>
    <message>
        <source>Save the mapping</source>
        <translation>Die Zuordnung speichern</translation>
    </message>
    <message>
        <source>Save the recipe</source>
        <translation>Rezept speichern</translation>
    </message>
    <message>
        <source>Save the rules</source>
        <translation>Die Regeln speichern</translation>
    </message>
    <message>
        <source>Save the view</source>
        <translation>Die Ansicht speichern</translation>
    </message>
    <message>
        <source>Save this view …</source>
        <translation>Diese Ansicht speichern …</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Saved as version %1. The next cycle follows these rules.</source>
        <translation>Als Fassung %1 gespeichert. Der nächste Zyklus folgt diesen Regeln.</translation>
    </message>
    <message>
        <source>Saved locally</source>
        <translation>Lokal gespeichert</translation>
    </message>
    <message>
        <source>Saved mapping</source>
        <translation>Gespeicherte Zuordnung</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>Say a short name: tables and commands call it so.</source>
        <translation>Nennen Sie ein Kürzel: So heißt er in Tabellen und Befehlen.</translation>
    </message>
    <message>
        <source>Say the seconds between two requests as a number from 0 to 3,600.</source>
        <translation>Nennen Sie die Sekunden zwischen zwei Anfragen als Zahl von 0 bis 3.600.</translation>
    </message>
    <message>
        <source>Say until when, and in the future. Nothing was changed.</source>
        <translation>Sagen Sie, bis wann, und in der Zukunft. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Say what the terms of {host} allow and where they stand: the note is kept with your name. Nothing was changed.</source>
        <translation>Sagen Sie, was die Bedingungen von {host} erlauben und wo sie stehen: Die Notiz wird mit Ihrem Namen aufbewahrt. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Say where it is: https://…, sftp://…, or a folder.</source>
        <translation>Sagen Sie, wo er liegt: https://…, sftp://… oder ein Ordner.</translation>
    </message>
    <message>
        <source>Say which columns are to be compared. There are: {found}.</source>
        <translation>Sagen Sie, welche Spalten verglichen werden sollen. Es gibt: {found}.</translation>
    </message>
    <message>
        <source>Say why the journal's difference is accepted: --reason TEXT. Nothing was changed.</source>
        <translation>Sagen Sie, warum der Unterschied im Journal angenommen wird: --reason TEXT. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Szenarien</translation>
    </message>
    <message>
        <source>Scenarios beside each other</source>
        <translation>Szenarien nebeneinander</translation>
    </message>
    <message>
        <source>Score by</source>
        <translation>Trefferbild nach</translation>
    </message>
    <message>
        <source>Scored ones that were looked at; 30 are needed</source>
        <translation>Gewertete, die betrachtet wurden; 30 sind nötig</translation>
    </message>
    <message>
        <source>Search SKUs, decisions, offers, actions …</source>
        <translation>Artikel, Entscheidungen, Angebote, Aktionen suchen …</translation>
    </message>
    <message>
        <source>Search and actions</source>
        <translation>Suche und Aktionen</translation>
    </message>
    <message>
        <source>Search, or find an action</source>
        <translation>Suchen, oder eine Aktion finden</translation>
    </message>
    <message>
        <source>Searched</source>
        <translation>Gesucht</translation>
    </message>
    <message>
        <source>Seconds between requests</source>
        <translation>Sekunden zwischen Anfragen</translation>
    </message>
    <message>
        <source>See their_packs</source>
        <translation>Siehe their_packs</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>Seller</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Sellers</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Sellers seen too long ago: %1</source>
        <translation>Vor zu langer Zeit gesehene Anbieter: %1</translation>
    </message>
    <message>
        <source>Send %1 prices to Approvals</source>
        <translation>%1 Preise zur Freigabe schicken</translation>
    </message>
    <message>
        <source>Send %1 to Approvals</source>
        <translation>%1 zur Freigabe schicken</translation>
    </message>
    <message>
        <source>Send 1 price to Approvals</source>
        <translation>1 Preis zur Freigabe schicken</translation>
    </message>
    <message>
        <source>Send the prices that follow to Approvals</source>
        <translation>Die folgenden Preise zur Freigabe schicken</translation>
    </message>
    <message>
        <source>Send the scenario’s prices to approvals</source>
        <translation>Preise des Szenarios zur Freigabe geben</translation>
    </message>
    <message>
        <source>Send to Approvals</source>
        <translation>Zur Freigabe</translation>
    </message>
    <message>
        <source>Send to approvals</source>
        <translation>Zur Freigabe</translation>
    </message>
    <message>
        <source>Send tried prices to Approvals</source>
        <translation>Ausprobierte Preise zur Freigabe schicken</translation>
    </message>
    <message>
        <source>Service or feed</source>
        <translation>Dienst oder Feed</translation>
    </message>
    <message>
        <source>Services and feeds</source>
        <translation>Dienste und Feeds</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Einstellen</translation>
    </message>
    <message>
        <source>Set apart</source>
        <translation>Abtrennen</translation>
    </message>
    <message>
        <source>Set how a site wants to be asked…</source>
        <translation>Einstellen, wie eine Website gefragt werden will…</translation>
    </message>
    <message>
        <source>Set prices of the batch apart</source>
        <translation>Preise des Preispakets abtrennen</translation>
    </message>
    <message>
        <source>Sets</source>
        <translation>Setzt</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Several rows have this code: paste their zone with it.</source>
        <translation>Mehrere Zeilen haben dieses Kürzel: Fügen Sie ihre Zone mit ein.</translation>
    </message>
    <message>
        <source>Share of a promotion's extra units that the two weeks after it sell less</source>
        <translation>Anteil der Mehrmenge einer Aktion, der in den zwei Wochen danach fehlt</translation>
    </message>
    <message>
        <source>Share of prices inside the predicted 90 % interval: 90 is right</source>
        <translation>Anteil der Preise im vorhergesagten 90-%-Intervall: 90 ist richtig</translation>
    </message>
    <message>
        <source>Share of prices that are drawn at random near the best one, with their probabilities kept: only from such prices can anybody tell what a price causes. 0: none.</source>
        <translation>Anteil der Preise, die nahe dem besten zufällig gezogen werden; ihre Wahrscheinlichkeiten werden aufbewahrt: Nur aus solchen Preisen lässt sich sagen, was ein Preis bewirkt. 0: keine.</translation>
    </message>
    <message>
        <source>Share of the change</source>
        <translation>Anteil der Änderung</translation>
    </message>
    <message>
        <source>Share of the draws in which profit rises</source>
        <translation>Anteil der Ziehungen, in denen der Gewinn steigt</translation>
    </message>
    <message>
        <source>Share of the new price over the days</source>
        <translation>Anteil des neuen Preises über die Tage</translation>
    </message>
    <message>
        <source>Share of the new price over the days: left and right read it off</source>
        <translation>Anteil des neuen Preises über die Tage: links und rechts lesen ihn ab</translation>
    </message>
    <message>
        <source>Share of the period featured in a leaflet or e-mail, 0 to 1</source>
        <translation>Anteil des Zeitraums mit Werbung in Prospekt oder E-Mail, 0 bis 1</translation>
    </message>
    <message>
        <source>Share of the period on promotion, 0 to 1</source>
        <translation>Anteil des Zeitraums in Aktion, 0 bis 1</translation>
    </message>
    <message>
        <source>Share of the planned information; MDE is the least lift that the test is made to find</source>
        <translation>Anteil der geplanten Information; MDE ist die kleinste Wirkung, die der Test finden soll</translation>
    </message>
    <message>
        <source>Share of weeks sold within the 80 % limits: 80 is right</source>
        <translation>Anteil der Wochen innerhalb der 80-%-Grenzen: 80 ist richtig</translation>
    </message>
    <message>
        <source>Share that went up or down as predicted, of those that can be told from nothing</source>
        <translation>Anteil, der wie vorhergesagt stieg oder fiel, von denen, die sich von null unterscheiden lassen</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>Anteile</translation>
    </message>
    <message>
        <source>Shares follow what is bought (bandit)</source>
        <translation>Anteile folgen den Käufen (Bandit)</translation>
    </message>
    <message>
        <source>Shares that follow what was bought need a test by visitors; this one is by {value}. Nothing was changed.</source>
        <translation>Anteile, die dem Gekauften folgen, brauchen einen Test nach Besuchern; dieser geht nach {value}. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>Versand</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Kürzel</translation>
    </message>
    <message>
        <source>Should be</source>
        <translation>Soll sein</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show %1: %2 rows</source>
        <translation>%1 zeigen: %2 Zeilen</translation>
    </message>
    <message>
        <source>Show all entries about the same</source>
        <translation>Alle Einträge zum selben zeigen</translation>
    </message>
    <message>
        <source>Show all pending prices</source>
        <translation>Alle offenen Preise zeigen</translation>
    </message>
    <message>
        <source>Show changed settings only</source>
        <translation>Nur geänderte Einstellungen zeigen</translation>
    </message>
    <message>
        <source>Show differences only</source>
        <translation>Nur Unterschiede zeigen</translation>
    </message>
    <message>
        <source>Show entry %1</source>
        <translation>Eintrag %1 zeigen</translation>
    </message>
    <message>
        <source>Show what has changed since it was proposed</source>
        <translation>Zeigen, was sich seit dem Vorschlag geändert hat</translation>
    </message>
    <message>
        <source>Show what waits for release</source>
        <translation>Zeigen, was auf Auslieferung wartet</translation>
    </message>
    <message>
        <source>Show what was decided</source>
        <translation>Zeigen, was entschieden wurde</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation>Zeigen: %1</translation>
    </message>
    <message>
        <source>Shrunk</source>
        <translation>Geschrumpft</translation>
    </message>
    <message>
        <source>Siblings</source>
        <translation>Geschwister</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>Sign %1 prices</source>
        <translation>%1 Preise zeichnen</translation>
    </message>
    <message>
        <source>Sign 1 price</source>
        <translation>1 Preis zeichnen</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Since the regular price last changed.</source>
        <translation>Seit der letzten Änderung des regulären Preises.</translation>
    </message>
    <message>
        <source>Since yesterday</source>
        <translation>Seit gestern</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Websites</translation>
    </message>
    <message>
        <source>Sites that are watched</source>
        <translation>Beobachtete Websites</translation>
    </message>
    <message>
        <source>Sites, freshness and health of the watch</source>
        <translation>Websites, Frische und Gesundheit der Beobachtung</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>Bisher</translation>
    </message>
    <message>
        <source>So many limits over so many prices need too much memory. Nothing was computed. Fewer categories, or shorter ladders, can be solved.</source>
        <translation>So viele Grenzen über so viele Preise brauchen zu viel Speicher. Nichts wurde berechnet. Weniger Kategorien oder kürzere Preisleitern lassen sich lösen.</translation>
    </message>
    <message>
        <source>So many of its zones are decided by %1. Nothing is compared before all are.</source>
        <translation>So viele seiner Zonen entscheidet %1. Verglichen wird erst, wenn es alle sind.</translation>
    </message>
    <message>
        <source>So many of those that are to get the new price</source>
        <translation>So viele von denen, die den neuen Preis erhalten sollen</translation>
    </message>
    <message>
        <source>So many of those that are to get the new price have it. Nothing is compared before all have it.</source>
        <translation>So viele von denen, die den neuen Preis bekommen sollen, haben ihn. Verglichen wird erst, wenn alle ihn haben.</translation>
    </message>
    <message>
        <source>Sold a week in the eight weeks before, without any promotion</source>
        <translation>Verkauf je Woche in den acht Wochen zuvor, ohne jede Aktion</translation>
    </message>
    <message>
        <source>Sold below it %</source>
        <translation>Darunter verkauft %</translation>
    </message>
    <message>
        <source>Sold in</source>
        <translation>Verkauft in</translation>
    </message>
    <message>
        <source>Sold in the other period, not in this one</source>
        <translation>Im anderen Zeitraum verkauft, in diesem nicht</translation>
    </message>
    <message>
        <source>Sold in this period, not in the other</source>
        <translation>In diesem Zeitraum verkauft, im anderen nicht</translation>
    </message>
    <message>
        <source>Sold on average in the last four weeks.</source>
        <translation>In den letzten vier Wochen durchschnittlich verkauft.</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>Ausverkauft</translation>
    </message>
    <message>
        <source>Some price zones get the new price, the others keep theirs</source>
        <translation>Einige Preiszonen bekommen den neuen Preis, die anderen behalten ihren</translation>
    </message>
    <message>
        <source>Somebody else changed "{name}" meanwhile. Nothing was changed; look again.</source>
        <translation>Jemand anderes hat „{name}“ inzwischen geändert. Nichts wurde geändert; sehen Sie noch einmal nach.</translation>
    </message>
    <message>
        <source>Somebody else changed this decision meanwhile. Nothing was overwritten. Look at it again.</source>
        <translation>Jemand anders hat diese Entscheidung inzwischen geändert. Nichts wurde überschrieben. Sehen Sie sie noch einmal an.</translation>
    </message>
    <message>
        <source>Somebody else has looked at the alert "{name}", or changed it, at the same time. Nothing was told twice; look again.</source>
        <translation>Jemand anderes hat den Alarm „{name}“ gleichzeitig geprüft oder geändert. Nichts wurde doppelt gemeldet; sehen Sie noch einmal nach.</translation>
    </message>
    <message>
        <source>Somebody else is looking at the tests right now. Nothing was changed; try again in a moment.</source>
        <translation>Jemand anderes sieht sich die Tests gerade an. Nichts wurde geändert; gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Somebody else proposed this price. It was left in the queue.</source>
        <translation>Jemand anders hat diesen Preis vorgeschlagen. Er blieb in der Warteschlange.</translation>
    </message>
    <message>
        <source>Something came later that stands on what this import brought: another import, an edit or a published price. So it cannot be taken back. Take later imports back first.</source>
        <translation>Später kam etwas, das auf diesem Import steht: ein anderer Import, eine Bearbeitung oder ein veröffentlichter Preis. Deshalb kann er nicht zurückgenommen werden. Nehmen Sie spätere Importe zuerst zurück.</translation>
    </message>
    <message>
        <source>Something else moves {sku} in {zone} at the same time ({kind}: {what}). Nothing was started.</source>
        <translation>Etwas anderes bewegt {sku} in {zone} zur selben Zeit ({kind}: {what}). Es wurde nichts gestartet.</translation>
    </message>
    <message>
        <source>Something is being tried: Esc stops it</source>
        <translation>Es wird gerade etwas erprobt: Esc hält es an</translation>
    </message>
    <message>
        <source>Something is missing, or wrong: it stands beside its field.</source>
        <translation>Etwas fehlt oder ist falsch: Es steht beim Feld.</translation>
    </message>
    <message>
        <source>Something moved that we do not set: try a version that forgets older weeks.</source>
        <translation>Etwas hat sich bewegt, das wir nicht setzen: probieren Sie eine Version, die ältere Wochen vergisst.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Space  X</source>
        <translation>Leertaste  X</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>Steht</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Start the draft…</source>
        <translation>Den Entwurf starten…</translation>
    </message>
    <message>
        <source>Start “%1”</source>
        <translation>„%1“ starten</translation>
    </message>
    <message>
        <source>Start…</source>
        <translation>Starten…</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>State now</source>
        <translation>Stand jetzt</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>Stationen</translation>
    </message>
    <message>
        <source>Stations of the cycle</source>
        <translation>Stationen des Zyklus</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Step 24 h</source>
        <translation>Schritt 24 Std.</translation>
    </message>
    <message>
        <source>Step 7 d</source>
        <translation>Schritt 7 T</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Steps are whole percents, like 20, 100.</source>
        <translation>Stufen sind ganze Prozente, wie 20, 100.</translation>
    </message>
    <message>
        <source>Steps, % of new prices</source>
        <translation>Stufen, % der neuen Preise</translation>
    </message>
    <message>
        <source>Still without a column: %1</source>
        <translation>Noch ohne Spalte: %1</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Stock above</source>
        <translation>Bestand über</translation>
    </message>
    <message>
        <source>Stock below</source>
        <translation>Bestand unter</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stopped at %1 % of the journal</source>
        <translation>Bei %1 % des Journals angehalten</translation>
    </message>
    <message>
        <source>Stopped on request. Nothing of the file was kept.</source>
        <translation>Auf Wunsch angehalten. Nichts von der Datei wurde aufbewahrt.</translation>
    </message>
    <message>
        <source>Stopped on request. What had been kept stays.</source>
        <translation>Angehalten, wie gewünscht. Was schon behalten war, bleibt.</translation>
    </message>
    <message>
        <source>Stopped, as you asked. Nothing is half done.</source>
        <translation>Angehalten, wie Sie wollten. Nichts ist halb getan.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written or changed.</source>
        <translation>Angehalten. Nichts wurde geschrieben oder geändert.</translation>
    </message>
    <message>
        <source>Stopped: nothing was changed</source>
        <translation>Angehalten: nichts wurde geändert</translation>
    </message>
    <message>
        <source>Stopped: nothing was imported</source>
        <translation>Angehalten: Nichts wurde importiert</translation>
    </message>
    <message>
        <source>Stopped: nothing was planned</source>
        <translation>Angehalten: nichts wurde geplant</translation>
    </message>
    <message>
        <source>Stopped: nothing was written</source>
        <translation>Angehalten: Nichts wurde geschrieben</translation>
    </message>
    <message>
        <source>Stopped: the workbook was not read to its end, and nothing was taken from it.</source>
        <translation>Angehalten: Die Mappe wurde nicht zu Ende gelesen, und nichts wurde daraus übernommen.</translation>
    </message>
    <message>
        <source>Stopped: what stood here before still does</source>
        <translation>Angehalten: Was vorher hier stand, steht noch da</translation>
    </message>
    <message>
        <source>Stopped: what was found until then is kept</source>
        <translation>Angehalten: Was bis dahin gefunden wurde, ist erhalten</translation>
    </message>
    <message>
        <source>Stopped: {path} was not written. A file that was there is as it was.</source>
        <translation>Angehalten: {path} wurde nicht geschrieben. Eine Datei, die da war, ist, wie sie war.</translation>
    </message>
    <message>
        <source>Stopping the cycle …</source>
        <translation>Der Zyklus wird angehalten …</translation>
    </message>
    <message>
        <source>Stored inputs are never changed: {case} is there already, with another content.</source>
        <translation>Gespeicherte Eingaben werden nie geändert: {case} ist schon da, mit anderem Inhalt.</translation>
    </message>
    <message>
        <source>Substitutes</source>
        <translation>Ersatzartikel</translation>
    </message>
    <message>
        <source>Suggest</source>
        <translation>Vorschlagen</translation>
    </message>
    <message>
        <source>Suggest from a list…</source>
        <translation>Aus einer Liste vorschlagen…</translation>
    </message>
    <message>
        <source>Suggest matches</source>
        <translation>Zuordnungen vorschlagen</translation>
    </message>
    <message>
        <source>Suggest matches from a competitor's list…</source>
        <translation>Zuordnungen aus der Liste eines Wettbewerbers vorschlagen…</translation>
    </message>
    <message>
        <source>Suggested matches</source>
        <translation>Vorgeschlagene Zuordnungen</translation>
    </message>
    <message>
        <source>Sum of absolute errors of the median forecast ÷ units sold, in weeks that it had not seen</source>
        <translation>Summe der absoluten Fehler der mittleren Prognose ÷ Absatz, in Wochen, die sie nicht gesehen hatte</translation>
    </message>
    <message>
        <source>Sum of the expected changes of profit a week, at today’s rates</source>
        <translation>Summe der erwarteten Gewinnänderungen je Woche, zu heutigen Kursen</translation>
    </message>
    <message>
        <source>Sum of what came, a week</source>
        <translation>Summe dessen, was kam, je Woche</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>Sicher</translation>
    </message>
    <message>
        <source>Switch a site on or off</source>
        <translation>Website ein- oder ausschalten</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>Zwischen hell und dunkel wechseln</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Table for Excel</source>
        <translation>Tabelle für Excel</translation>
    </message>
    <message>
        <source>Table for programs</source>
        <translation>Tabelle für Programme</translation>
    </message>
    <message>
        <source>Table: CSV or TSV</source>
        <translation>Tabelle: CSV oder TSV</translation>
    </message>
    <message>
        <source>Tables and workbooks (*.csv *.tsv *.txt *.gz *.xlsx)</source>
        <translation>Tabellen und Mappen (*.csv *.tsv *.txt *.gz *.xlsx)</translation>
    </message>
    <message>
        <source>Take back the import in focus</source>
        <translation>Den Import im Fokus zurücknehmen</translation>
    </message>
    <message>
        <source>Take in what Stripe marks as a test.</source>
        <translation>Aufnehmen, was Stripe als Test kennzeichnet.</translation>
    </message>
    <message>
        <source>Take prices out of the batch</source>
        <translation>Preise aus dem Preispaket nehmen</translation>
    </message>
    <message>
        <source>Take the usual three</source>
        <translation>Die üblichen drei nehmen</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Taken back: the calendar is as it was</source>
        <translation>Zurückgenommen: der Kalender ist wie zuvor</translation>
    </message>
    <message>
        <source>Target set · U takes back</source>
        <translation>Ziel gesetzt · U nimmt zurück</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Targets of this month</source>
        <translation>Ziele dieses Monats</translation>
    </message>
    <message>
        <source>Targets of this quarter</source>
        <translation>Ziele dieses Quartals</translation>
    </message>
    <message>
        <source>Targets of this year</source>
        <translation>Ziele dieses Jahres</translation>
    </message>
    <message>
        <source>Teach where a site keeps its price…</source>
        <translation>Lehren, wo eine Website ihren Preis hat…</translation>
    </message>
    <message>
        <source>Tell it in the window</source>
        <translation>Im Fenster melden</translation>
    </message>
    <message>
        <source>Tells</source>
        <translation>Meldet</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>Terms…</source>
        <translation>Bedingungen…</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Test instead …</source>
        <translation>Stattdessen testen …</translation>
    </message>
    <message>
        <source>Tested</source>
        <translation>Getestet</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>Tests by state and verdict</source>
        <translation>Tests nach Stand und Urteil</translation>
    </message>
    <message>
        <source>Tests of one layer share no visitor</source>
        <translation>Tests einer Ebene teilen sich keinen Besucher</translation>
    </message>
    <message>
        <source>Tests that ended in the period and were decided by profit, each weighted by how precise it is, as found. Interval 90 %. Shrunk: the luck of the winners taken off.</source>
        <translation>Tests, die im Zeitraum endeten und nach Gewinn entschieden wurden, jeder nach seiner Genauigkeit gewichtet, wie gefunden. Intervall 90 %. Geschrumpft: das Glück der Sieger abgezogen.</translation>
    </message>
    <message>
        <source>Tests that ended in the period with a verdict on or before the last day that was planned, of all that ended. Target 80 %. Interval 95 %.</source>
        <translation>Tests, die im Zeitraum endeten, mit einem Urteil spätestens am letzten geplanten Tag, von allen, die endeten. Ziel 80 %. Intervall 95 %.</translation>
    </message>
    <message>
        <source>Tests whose prices may be in force now.</source>
        <translation>Tests, deren Preise jetzt gelten können.</translation>
    </message>
    <message>
        <source>That are compared; the ramp comes before them. Blocks have none: two of them, or a multiple</source>
        <translation>Die verglichen werden; die Rampe kommt davor. Blöcke haben keine: zwei davon oder ein Vielfaches</translation>
    </message>
    <message>
        <source>That change of costs is no longer in the inbox. Nothing was changed.</source>
        <translation>Diese Kostenänderung ist nicht mehr im Eingang. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>That delegation has ended already, or is between two others.</source>
        <translation>Diese Vertretung ist schon beendet, oder sie besteht zwischen zwei anderen.</translation>
    </message>
    <message>
        <source>That is too often: do not use this design on these sales.</source>
        <translation>Das ist zu oft: diese Anlage taugt für diese Verkäufe nicht.</translation>
    </message>
    <message>
        <source>That set it last; Enter opens it</source>
        <translation>Die ihn zuletzt gesetzt hat; Eingabe öffnet sie</translation>
    </message>
    <message>
        <source>That takes about %1 days instead of %2, or %3 times as many %4.</source>
        <translation>Dafür braucht es etwa %1 Tage statt %2, oder %3-mal so viele %4.</translation>
    </message>
    <message>
        <source>That the challenger expects of its price, by its own model</source>
        <translation>Den der Herausforderer von seinem Preis erwartet, nach seinem eigenen Modell</translation>
    </message>
    <message>
        <source>That the index stands on</source>
        <translation>Auf denen der Index beruht</translation>
    </message>
    <message>
        <source>That version is in the draft now; saving puts it in force</source>
        <translation>Diese Fassung ist jetzt im Entwurf; Speichern setzt sie in Kraft</translation>
    </message>
    <message numerus="yes">
        <source>The %n chosen</source>
        <translation>
            <numerusform>Die %n gewählte</numerusform>
            <numerusform>Die %n gewählten</numerusform>
        </translation>
    </message>
    <message>
        <source>The JSON is broken or cut off at byte {offset} (line {line}). {rows} rows before it were kept; what is missing is not taken for gone, and it is asked for again soon.</source>
        <translation>Das JSON ist bei Byte {offset} (Zeile {line}) fehlerhaft oder abgeschnitten. {rows} Zeilen davor wurden behalten; was fehlt, gilt nicht als verschwunden, und bald wird es erneut abgefragt.</translation>
    </message>
    <message>
        <source>The XML declares entities, and is not read: what came before was kept. Ask for a feed without a document type.</source>
        <translation>Das XML deklariert Entitäten und wird nicht gelesen: was vorher kam, wurde behalten. Verlangen Sie einen Feed ohne Dokumenttyp.</translation>
    </message>
    <message>
        <source>The XML is broken or cut off at line {line} ({why}). The rows before it were kept; what is missing is not taken for gone.</source>
        <translation>Das XML ist in Zeile {line} fehlerhaft oder abgeschnitten ({why}). Die Zeilen davor wurden behalten; was fehlt, gilt nicht als verschwunden.</translation>
    </message>
    <message>
        <source>The address contains a user name or password. Leave them out.</source>
        <translation>Die Adresse enthält einen Benutzernamen oder ein Passwort. Lassen Sie beides weg.</translation>
    </message>
    <message>
        <source>The address is longer than {limit} bytes.</source>
        <translation>Die Adresse ist länger als {limit} Bytes.</translation>
    </message>
    <message>
        <source>The alert "{name}" was removed. Put it back first.</source>
        <translation>Der Alarm „{name}“ wurde entfernt. Holen Sie ihn zuerst zurück.</translation>
    </message>
    <message>
        <source>The alert %1 is changed, and begins anew</source>
        <translation>Der Alarm %1 ist geändert und beginnt von vorn</translation>
    </message>
    <message>
        <source>The alert %1 is set up</source>
        <translation>Der Alarm %1 ist eingerichtet</translation>
    </message>
    <message>
        <source>The alert is off</source>
        <translation>Der Alarm ist aus</translation>
    </message>
    <message>
        <source>The alert is on</source>
        <translation>Der Alarm ist an</translation>
    </message>
    <message>
        <source>The alert is removed · Ctrl+Z puts it back</source>
        <translation>Der Alarm ist entfernt · Strg+Z holt ihn zurück</translation>
    </message>
    <message>
        <source>The arms do not fit together, or there are too few or too many of them. Nothing was decided.</source>
        <translation>Die Arme passen nicht zusammen, oder es sind zu wenige oder zu viele. Es wurde nichts entschieden.</translation>
    </message>
    <message>
        <source>The arms have other shares from segment to segment (p {p}); as each is compared by itself, that moves no lift.</source>
        <translation>Die Arme haben von Segment zu Segment andere Anteile (p {p}); da jedes für sich verglichen wird, verschiebt das keine Steigerung.</translation>
    </message>
    <message>
        <source>The bar code number (GTIN, EAN, UPC): 8 to 14 digits, leading zeros kept</source>
        <translation>Die Strichcodenummer (GTIN, EAN, UPC): 8 bis 14 Ziffern, führende Nullen bleiben</translation>
    </message>
    <message>
        <source>The batch needs a name.</source>
        <translation>Das Preispaket braucht einen Namen.</translation>
    </message>
    <message>
        <source>The batch that brought the price in force.</source>
        <translation>Das Preispaket, das den geltenden Preis brachte.</translation>
    </message>
    <message>
        <source>The best so many, of all that would gain</source>
        <translation>Die besten so vielen von allen, die gewännen</translation>
    </message>
    <message>
        <source>The browser could not be started. The last prices stay; check its installation.</source>
        <translation>Der Browser ließ sich nicht starten. Die letzten Preise bleiben; prüfen Sie seine Installation.</translation>
    </message>
    <message>
        <source>The calendar keeps what it was in the journal.</source>
        <translation>Was war, bleibt im Journal.</translation>
    </message>
    <message>
        <source>The ceiling must not lie below the floor.</source>
        <translation>Die Obergrenze darf nicht unter der Untergrenze liegen.</translation>
    </message>
    <message>
        <source>The champion before is asked again</source>
        <translation>Der Champion davor wird wieder gefragt</translation>
    </message>
    <message>
        <source>The champion decides again</source>
        <translation>Der Champion entscheidet wieder</translation>
    </message>
    <message>
        <source>The champion decides all zones again by itself: when harm is certain, when it is undecided at its longest, when nobody decides in time, when arms or plan are not as registered. This cannot be switched off.</source>
        <translation>Der Champion entscheidet von selbst wieder alle Zonen: wenn Schaden sicher ist, wenn der Test nach der längsten Zeit unentschieden ist, wenn niemand rechtzeitig entscheidet, wenn Arme oder Plan nicht wie registriert sind. Das lässt sich nicht abschalten.</translation>
    </message>
    <message>
        <source>The change was taken back as a whole, because a part of it failed. The workspace is as it was before.</source>
        <translation>Die Änderung wurde als Ganzes zurückgenommen, weil ein Teil davon fehlschlug. Die Arbeitsmappe ist wie zuvor.</translation>
    </message>
    <message>
        <source>The chosen entries, signed by this device, and the bare hashes of the others, so that the chain can still be followed: pricewright-engine audit check FILE.</source>
        <translation>Die gewählten Einträge, von diesem Gerät signiert, und die bloßen Prüfsummen der anderen, damit die Kette noch verfolgt werden kann: pricewright-engine audit check FILE.</translation>
    </message>
    <message>
        <source>The class that decides the VAT rate: standard, reduced …</source>
        <translation>Die Klasse, die den Steuersatz bestimmt: standard, reduced …</translation>
    </message>
    <message>
        <source>The clipboard holds no text.</source>
        <translation>Die Zwischenablage enthält keinen Text.</translation>
    </message>
    <message>
        <source>The column {column} is missing from the workbook. Nothing was taken from it. Put it back, or write the prices out anew.</source>
        <translation>Die Spalte {column} fehlt in der Mappe. Nichts wurde daraus übernommen. Setzen Sie sie wieder ein, oder schreiben Sie die Preise neu hinaus.</translation>
    </message>
    <message>
        <source>The columns have different lengths.</source>
        <translation>Die Spalten sind verschieden lang.</translation>
    </message>
    <message>
        <source>The comment is longer than {most} characters. Nothing was written.</source>
        <translation>Der Kommentar ist länger als {most} Zeichen. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>The competitor's code, a space, and a CSV file of its products: code, title, and where known brand, gtin, mpn, price.</source>
        <translation>Der Code des Wettbewerbers, ein Leerzeichen und eine CSV-Datei seiner Produkte: code, title und, wo bekannt, brand, gtin, mpn, price.</translation>
    </message>
    <message>
        <source>The competitor's own code of the product</source>
        <translation>Das eigene Kürzel des Wettbewerbers für den Artikel</translation>
    </message>
    <message>
        <source>The compressed page is damaged.</source>
        <translation>Die gepackte Seite ist beschädigt.</translation>
    </message>
    <message>
        <source>The compressed page is too large once it is unpacked.</source>
        <translation>Die gepackte Seite ist entpackt zu groß.</translation>
    </message>
    <message>
        <source>The cost is as it was</source>
        <translation>Die Kosten sind, wie sie waren</translation>
    </message>
    <message>
        <source>The counter-proposal to a blocked price, as a share of the competitor reference.</source>
        <translation>Der Gegenvorschlag zu einem gesperrten Preis, als Anteil des Wettbewerbsbezugs.</translation>
    </message>
    <message>
        <source>The currency that is 1; EUR where it is missing</source>
        <translation>Die Währung, die 1 ist; EUR, wo sie fehlt</translation>
    </message>
    <message>
        <source>The cycle was halted before anything was published: %1. Every proposal waits here for a human.</source>
        <translation>Der Zyklus wurde angehalten, bevor etwas veröffentlicht wurde: %1. Jeder Vorschlag wartet hier auf einen Menschen.</translation>
    </message>
    <message>
        <source>The data hold something that is not a number, or is infinite.</source>
        <translation>Die Daten enthalten etwas, das keine Zahl oder unendlich ist.</translation>
    </message>
    <message>
        <source>The data of notice {no} are no JSON object.</source>
        <translation>Die Daten der Benachrichtigung {no} sind kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>The days left out must be fewer than those of a block. Nothing was changed.</source>
        <translation>Ausgelassen werden dürfen nur weniger Tage, als ein Block hat. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The decision behind it</source>
        <translation>Die Entscheidung dahinter</translation>
    </message>
    <message>
        <source>The delegation has ended</source>
        <translation>Die Vertretung ist beendet</translation>
    </message>
    <message>
        <source>The disk that holds {path} is full. The change was not made; everything before it is kept. Free some space and do it again.</source>
        <translation>Die Platte, auf der {path} liegt, ist voll. Die Änderung wurde nicht gemacht; alles davor ist erhalten. Schaffen Sie Platz, und wiederholen Sie sie.</translation>
    </message>
    <message>
        <source>The disk with the price files ({path}) is full. The old files are complete and stay; the batch is tried again at the next release.</source>
        <translation>Die Platte mit den Preisdateien ({path}) ist voll. Die alten Dateien sind vollständig und bleiben; das Preispaket wird bei der nächsten Auslieferung wieder versucht.</translation>
    </message>
    <message>
        <source>The draft is back</source>
        <translation>Der Entwurf ist wieder da</translation>
    </message>
    <message>
        <source>The draft of last time is still here. Nothing of it is in force.</source>
        <translation>Der Entwurf vom letzten Mal ist noch hier. Nichts davon gilt.</translation>
    </message>
    <message>
        <source>The draft says</source>
        <translation>Der Entwurf sagt</translation>
    </message>
    <message>
        <source>The draft “%1” is removed · Ctrl+Z puts it back</source>
        <translation>Der Entwurf „%1“ ist entfernt · Strg+Z holt ihn zurück</translation>
    </message>
    <message>
        <source>The entry in full</source>
        <translation>Der ganze Eintrag</translation>
    </message>
    <message>
        <source>The events are in several currencies: {found}. Say which one counts; the others are left out unless they have a rate.</source>
        <translation>Die Ereignisse haben mehrere Währungen: {found}. Sagen Sie, welche zählt; die anderen bleiben außen vor, wenn sie keinen Kurs haben.</translation>
    </message>
    <message>
        <source>The exchange rate of {currency} is not positive. Nothing was computed; import it again.</source>
        <translation>Der Wechselkurs von {currency} ist nicht positiv. Nichts wurde berechnet; importieren Sie ihn neu.</translation>
    </message>
    <message>
        <source>The feed</source>
        <translation>Der Feed</translation>
    </message>
    <message>
        <source>The feed is not saved: Ctrl+S saves it, Esc again leaves it as it was</source>
        <translation>Der Feed ist nicht gespeichert: Strg+S speichert ihn, noch einmal Esc lässt alles, wie es war</translation>
    </message>
    <message>
        <source>The figures do not belong together. Nothing was computed.</source>
        <translation>Die Zahlen gehören nicht zusammen. Es wurde nichts berechnet.</translation>
    </message>
    <message>
        <source>The figures hold something that is not a number, or is infinite. Nothing was computed.</source>
        <translation>Die Zahlen enthalten etwas, das keine Zahl oder unendlich ist. Es wurde nichts berechnet.</translation>
    </message>
    <message>
        <source>The figures of the test hold something that is not a number, or is infinite. Nothing was decided.</source>
        <translation>Die Zahlen des Tests enthalten etwas, das keine Zahl oder unendlich ist. Es wurde nichts entschieden.</translation>
    </message>
    <message>
        <source>The file does not have all columns of this mapping. Choose others in their place.</source>
        <translation>Die Datei hat nicht alle Spalten dieser Zuordnung. Andere an ihrer Stelle wählen.</translation>
    </message>
    <message>
        <source>The file for rejected rows, {path}, cannot be written. Nothing was imported. Name another one with --rejects.</source>
        <translation>Die Datei für abgewiesene Zeilen, {path}, kann nicht geschrieben werden. Nichts wurde importiert. Nennen Sie eine andere mit --rejects.</translation>
    </message>
    <message>
        <source>The file has no column {column}. Nothing was imported. --preview shows the columns that it has.</source>
        <translation>Die Datei hat keine Spalte {column}. Nichts wurde importiert. --preview zeigt die Spalten, die sie hat.</translation>
    </message>
    <message>
        <source>The file holds</source>
        <translation>Die Datei enthält</translation>
    </message>
    <message>
        <source>The file holds no cases.</source>
        <translation>Die Datei enthält keine Fälle.</translation>
    </message>
    <message>
        <source>The file is still being written: try again in a minute.</source>
        <translation>Die Datei wird noch geschrieben: Versuchen Sie es in einer Minute wieder.</translation>
    </message>
    <message>
        <source>The file {path} cannot be read.</source>
        <translation>Die Datei {path} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The first look that decided it</source>
        <translation>Die erste Auswertung, die ihn entschied</translation>
    </message>
    <message>
        <source>The first price holds at once, and goes out with the next release.</source>
        <translation>Der erste Preis gilt sofort und geht mit der nächsten Freigabe hinaus.</translation>
    </message>
    <message>
        <source>The first rows, as they would be read</source>
        <translation>Die ersten Zeilen, wie sie gelesen würden</translation>
    </message>
    <message>
        <source>The folder for price files, {path}, cannot be written. The old files are complete and stay; the batch is tried again at the next release.</source>
        <translation>Der Ordner für Preisdateien, {path}, kann nicht beschrieben werden. Die alten Dateien sind vollständig und bleiben; das Preispaket wird bei der nächsten Auslieferung wieder versucht.</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist, so nothing can be made in it. Make the folder first, or name one that is there.</source>
        <translation>Den Ordner {folder} gibt es nicht, also kann darin nichts angelegt werden. Legen Sie zuerst den Ordner an, oder nennen Sie einen vorhandenen.</translation>
    </message>
    <message>
        <source>The folder {path} is not there.</source>
        <translation>Den Ordner {path} gibt es nicht.</translation>
    </message>
    <message>
        <source>The folder's sample.json cannot be read at: {key}. Nothing was imported.</source>
        <translation>sample.json des Ordners kann nicht gelesen werden bei: {key}. Nichts wurde importiert.</translation>
    </message>
    <message>
        <source>The gateway answered HTTP {status}. What had been kept stays; try again later.</source>
        <translation>Der Zahlungsdienst antwortete mit HTTP {status}. Was aufbewahrt war, bleibt; versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The gateway does not know {vanished} or more of the {known} objects that are kept here of that time. Nothing was changed; see whether the key is that of the right account.</source>
        <translation>Der Zahlungsdienst kennt {vanished} oder mehr der {known} Objekte nicht, die hier aus dieser Zeit geführt werden. Nichts wurde geändert; bitte prüfen, ob der Schlüssel zum richtigen Konto gehört.</translation>
    </message>
    <message>
        <source>The gateway does not tell this key whose it is. Nothing was changed; let the key read the account, or set another one.</source>
        <translation>Der Zahlungsdienst sagt diesem Schlüssel nicht, wem er gehört. Nichts wurde geändert; dem Schlüssel erlauben, das Konto zu lesen, oder einen anderen setzen.</translation>
    </message>
    <message>
        <source>The gateway refuses the key (HTTP {status}). Nothing was changed; set another one.</source>
        <translation>Der Zahlungsdienst lehnt den Schlüssel ab (HTTP {status}). Es wurde nichts geändert; hinterlegen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The gateway wants to be left alone for now. What had been kept stays; try again later.</source>
        <translation>Der Zahlungsdienst will vorerst in Ruhe gelassen werden. Was schon übernommen war, bleibt; versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The gateway's list does not come to an end. What had been kept stays.</source>
        <translation>Die Liste des Zahlungsdienstes nimmt kein Ende. Was aufbewahrt war, bleibt.</translation>
    </message>
    <message>
        <source>The gateway's list has more than {limit} pages. Name a later beginning with --since. What had been kept stays.</source>
        <translation>Die Liste des Zahlungsdienstes hat mehr als {limit} Seiten. Nennen Sie mit --since einen späteren Anfang. Was schon behalten war, bleibt.</translation>
    </message>
    <message>
        <source>The group of products that compete for the same purchase</source>
        <translation>Die Gruppe der Artikel, die um denselben Einkauf konkurrieren</translation>
    </message>
    <message>
        <source>The guardrails do not let this price through: {reason}. The proposal is as it was.</source>
        <translation>Die Leitplanken lassen diesen Preis nicht durch: {reason}. Der Vorschlag ist, wie er war.</translation>
    </message>
    <message>
        <source>The header of {path} cannot be used: {why}. Nothing was imported.</source>
        <translation>Der Kopf von {path} kann nicht verwendet werden: {why}. Nichts wurde importiert.</translation>
    </message>
    <message>
        <source>The history has {periods} weeks, and this needs {needed}. Ask for fewer weeks of test or before it.</source>
        <translation>Die Historie hat {periods} Wochen, und hierfür braucht es {needed}. Verlangen Sie weniger Wochen Test oder weniger davor.</translation>
    </message>
    <message>
        <source>The import was stopped, as you asked. Nothing of it was kept.</source>
        <translation>Der Import wurde angehalten, wie Sie wollten. Nichts davon wurde behalten.</translation>
    </message>
    <message>
        <source>The interval reaches beyond the limit: not certain yet</source>
        <translation>Das Intervall reicht über die Grenze hinaus: noch nicht sicher</translation>
    </message>
    <message>
        <source>The journal agrees with its signed head. There is nothing to accept.</source>
        <translation>Das Journal stimmt mit seinem signierten Kopf überein. Es gibt nichts anzunehmen.</translation>
    </message>
    <message>
        <source>The journal does not reach, or does not agree with, the signed head that is kept outside the file ({path}, entry {head}): entries were removed or replaced, or an older file was put in its place. Nothing is changed in it any more. Keep a copy of it and compare it with a backup. Where the difference is meant, a director goes on with pricewright-engine audit accept --reason TEXT.</source>
        <translation>Das Journal reicht nicht bis zu dem signierten Kopf, der außerhalb der Datei aufbewahrt wird ({path}, Eintrag {head}), oder stimmt nicht mit ihm überein: Einträge wurden entfernt oder ersetzt, oder eine ältere Datei wurde an seine Stelle gesetzt. Darin wird nichts mehr geändert. Bewahren Sie eine Kopie auf, und vergleichen Sie sie mit einer Sicherung. Wo der Unterschied gewollt ist, fährt ein Direktor fort mit pricewright-engine audit accept --reason TEXT.</translation>
    </message>
    <message>
        <source>The journal has no entry {entry}.</source>
        <translation>Das Journal hat keinen Eintrag {entry}.</translation>
    </message>
    <message>
        <source>The journal is broken at entry {entry}: what is in the file is not what was written. Keep the file as it is, and compare it with a backup.</source>
        <translation>Das Journal ist bei Eintrag {entry} gebrochen: Was in der Datei steht, ist nicht, was geschrieben wurde. Bewahren Sie die Datei auf, wie sie ist, und vergleichen Sie sie mit einer Sicherung.</translation>
    </message>
    <message>
        <source>The journal is broken%1: %2. What is in the file is not what was written. Keep the file as it is, and compare it with a backup.</source>
        <translation>Das Journal ist gebrochen%1: %2. Was in der Datei steht, ist nicht, was geschrieben wurde. Bewahren Sie die Datei auf, wie sie ist, und vergleichen Sie sie mit einer Sicherung.</translation>
    </message>
    <message>
        <source>The journal is empty</source>
        <translation>Das Journal ist leer</translation>
    </message>
    <message>
        <source>The journal's head cannot be kept outside the workspace, at {path} ({message}). Changes are recorded, but a shortened journal would not be noticed. Make the folder writable.</source>
        <translation>Der Kopf des Journals kann außerhalb der Arbeitsmappe nicht aufbewahrt werden, unter {path} ({message}). Änderungen werden aufgezeichnet, aber ein gekürztes Journal fiele nicht auf. Machen Sie den Ordner beschreibbar.</translation>
    </message>
    <message>
        <source>The journal, newest first</source>
        <translation>Das Journal, Neuestes zuerst</translation>
    </message>
    <message>
        <source>The key is not sent to {host} without encryption. Nothing was asked.</source>
        <translation>Der Schlüssel wird nicht unverschlüsselt an {host} gesendet. Es wurde nichts abgefragt.</translation>
    </message>
    <message>
        <source>The key is that of the account {theirs}, and the books here are those of {ours}. Nothing was changed; set a key of {ours}, or go over to {theirs} with revenue reconcile --account {theirs}: what is kept of {ours} stays, apart.</source>
        <translation>Der Schlüssel ist der des Kontos {theirs}, und die Bücher hier sind die von {ours}. Es wurde nichts geändert; hinterlegen Sie einen Schlüssel von {ours}, oder gehen Sie mit revenue reconcile --account {theirs} zu {theirs} über: Was von {ours} da ist, bleibt, für sich.</translation>
    </message>
    <message>
        <source>The key that is kept is for another address: type it once more.</source>
        <translation>Der verwahrte Schlüssel gilt für eine andere Adresse: bitte noch einmal eingeben.</translation>
    </message>
    <message>
        <source>The key {name} is not there: set it with secret set {name}, or as {variable} in the environment. Nothing was asked.</source>
        <translation>Der Schlüssel {name} fehlt: Setzen Sie ihn mit secret set {name} oder als {variable} in der Umgebung. Nichts wurde abgefragt.</translation>
    </message>
    <message>
        <source>The keychain did not answer in time. Unlock it and try again.</source>
        <translation>Der Schlüsselbund hat nicht rechtzeitig geantwortet. Entsperren und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The keychain refused ({message}). Nothing was changed.</source>
        <translation>Der Schlüsselbund hat abgelehnt ({message}). Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The ladder is as it was</source>
        <translation>Die Preisleiter ist wie zuvor</translation>
    </message>
    <message>
        <source>The last cycle as PDF …</source>
        <translation>Den letzten Zyklus als PDF …</translation>
    </message>
    <message>
        <source>The last cycle left no price for a human. A new cycle looks at sales, costs and competitors again and puts here what it may not decide alone.</source>
        <translation>Der letzte Zyklus ließ keinen Preis für einen Menschen. Ein neuer Zyklus sieht Verkäufe, Kosten und Wettbewerber wieder an und legt hierher, was er nicht allein entscheiden darf.</translation>
    </message>
    <message>
        <source>The last cycle was halted: %1</source>
        <translation>Der letzte Zyklus wurde angehalten: %1</translation>
    </message>
    <message>
        <source>The last director cannot be taken away: somebody must be able to decide. Make another one first.</source>
        <translation>Der letzte Direktor kann nicht weggenommen werden: Jemand muss entscheiden können. Bestimmen Sie erst einen anderen.</translation>
    </message>
    <message>
        <source>The last look is said to be at {said} % of the planned units, and {seen} % are there. Nothing was decided; say the share that is there as the last of the looks.</source>
        <translation>Der letzte Blick soll bei {said} % der geplanten Einheiten liegen, und {seen} % sind da. Nichts wurde entschieden; geben Sie den vorhandenen Anteil als letzten Blick an.</translation>
    </message>
    <message>
        <source>The lift of {metric} in {arm} differs from segment to segment (p {p}): look at each before taking the one of all.</source>
        <translation>Die Steigerung von {metric} in {arm} ist von Segment zu Segment verschieden (p {p}): sehen Sie jedes an, bevor Sie die gemeinsame übernehmen.</translation>
    </message>
    <message>
        <source>The limit {field} cannot be read as one: numbers are finite, counts not negative, lists as long as the products. Nothing was computed.</source>
        <translation>Die Grenze {field} lässt sich nicht als solche lesen: Zahlen sind endlich, Anzahlen nicht negativ, Listen so lang wie die Produkte. Nichts wurde berechnet.</translation>
    </message>
    <message>
        <source>The limits are as they were</source>
        <translation>Die Grenzen sind, wie sie waren</translation>
    </message>
    <message>
        <source>The limits lead to %1: Enter takes it.</source>
        <translation>Die Grenzen führen zu %1: Die Eingabetaste nimmt ihn.</translation>
    </message>
    <message>
        <source>The limits leave no room for this price, so it cannot be approved. The price in force holds. Change what is in conflict, then run a cycle.</source>
        <translation>Die Grenzen lassen keinen Raum für diesen Preis, er kann also nicht freigegeben werden. Der geltende Preis bleibt. Ändern Sie, was sich widerspricht, und starten Sie dann einen Zyklus.</translation>
    </message>
    <message>
        <source>The lists of this problem have different lengths.</source>
        <translation>Die Listen dieser Aufgabe sind verschieden lang.</translation>
    </message>
    <message>
        <source>The maker's brand</source>
        <translation>Die Marke des Herstellers</translation>
    </message>
    <message>
        <source>The maker's part number (MPN): with the brand it finds the same product at competitors</source>
        <translation>Die Teilenummer des Herstellers (MPN): Mit der Marke findet sie dasselbe Produkt bei Wettbewerbern</translation>
    </message>
    <message>
        <source>The maker's, MPN: beside the brand it finds the same product at competitors.</source>
        <translation>Die des Herstellers, MPN: Mit der Marke findet sie dasselbe Produkt bei Wettbewerbern.</translation>
    </message>
    <message>
        <source>The mapping cannot be read at: {key}. Nothing was imported.</source>
        <translation>Die Zuordnung kann nicht gelesen werden bei: {key}. Nichts wurde importiert.</translation>
    </message>
    <message>
        <source>The mapping does not say where the key goes: “auth” is missing.</source>
        <translation>Die Zuordnung sagt nicht, wohin der Schlüssel kommt: „auth“ fehlt.</translation>
    </message>
    <message>
        <source>The mapping is kept as “%1”</source>
        <translation>Die Zuordnung wird als „%1“ aufbewahrt</translation>
    </message>
    <message>
        <source>The mapping is wrong at {where}: {why}. Nothing was changed.</source>
        <translation>Die Zuordnung stimmt bei {where} nicht: {why}. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The mean to compare with is 0, so there is no relative lift. Look at the absolute one.</source>
        <translation>Der Vergleichswert ist 0, eine relative Veränderung gibt es also nicht. Nehmen Sie die absolute.</translation>
    </message>
    <message>
        <source>The mean to compare with is so little known that it may be 0, so there is no relative lift yet. Look at the difference, or let the test run on.</source>
        <translation>Der Mittelwert, mit dem verglichen wird, ist so wenig bekannt, dass er 0 sein kann; daher gibt es noch keine relative Veränderung. Sehen Sie den Unterschied an, oder lassen Sie den Test weiterlaufen.</translation>
    </message>
    <message>
        <source>The new price is being brought in step by step. It is compared from the last step on.</source>
        <translation>Der neue Preis wird Stufe um Stufe eingeführt. Verglichen wird er ab der letzten Stufe.</translation>
    </message>
    <message>
        <source>The new price of {sku} does not pass the limits in {zone} ({reason}). Nothing was started; take another price, or leave these zones out.</source>
        <translation>Der neue Preis von {sku} hält die Grenzen in {zone} nicht ein ({reason}). Nichts wurde begonnen; nehmen Sie einen anderen Preis, oder lassen Sie diese Zonen aus.</translation>
    </message>
    <message>
        <source>The new price of {sku} in {zone} is the one it has already ({price}), so there would be nothing to compare. Nothing was started; take another price, or leave these zones out.</source>
        <translation>Der neue Preis von {sku} in {zone} ist der, den es schon hat ({price}); es gäbe nichts zu vergleichen. Nichts wurde gestartet; nehmen Sie einen anderen Preis, oder lassen Sie diese Zonen aus.</translation>
    </message>
    <message>
        <source>The new price of “%1” is proposed for all that have the old one: see Approvals</source>
        <translation>Der neue Preis von „%1“ ist für alle vorgeschlagen, die den alten haben: siehe Freigaben</translation>
    </message>
    <message>
        <source>The objective "weighted" needs weights of profit, revenue or units: none below zero, and one above.</source>
        <translation>Das Ziel "weighted" braucht Gewichte für profit, revenue oder units: keines unter null und eines darüber.</translation>
    </message>
    <message>
        <source>The objective is profit, revenue, units or weighted, with a weight of profit from 0 to 1 and a caution of 0 or more. Nothing was planned.</source>
        <translation>Das Ziel ist profit, revenue, units oder weighted, mit einem Gewicht des Gewinns von 0 bis 1 und einer Vorsicht von 0 oder mehr. Nichts wurde geplant.</translation>
    </message>
    <message>
        <source>The objective of a problem is "profit", "revenue", "units" or "weighted".</source>
        <translation>Das Ziel einer Aufgabe ist "profit", "revenue", "units" oder "weighted".</translation>
    </message>
    <message>
        <source>The other currency; or one column a currency, as the ECB writes them</source>
        <translation>Die andere Währung; oder eine Spalte je Währung, wie die EZB sie schreibt</translation>
    </message>
    <message>
        <source>The packed file is damaged. Nothing of it was kept; it is read again at the next pull.</source>
        <translation>Die gepackte Datei ist beschädigt. Nichts davon wurde behalten; sie wird beim nächsten Abruf wieder gelesen.</translation>
    </message>
    <message>
        <source>The page has no line {line}. Look at its outline again.</source>
        <translation>Die Seite hat keine Zeile {line}. Sehen Sie ihren Umriss noch einmal an.</translation>
    </message>
    <message>
        <source>The page is watched · T accepts its site's terms</source>
        <translation>Die Seite wird beobachtet · T nimmt die Bedingungen ihrer Website an</translation>
    </message>
    <message>
        <source>The page {page} is damaged and cannot be read.</source>
        <translation>Die Seite {page} ist beschädigt und kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The passphrase does not open {path}. The file was left as it is.</source>
        <translation>Die Passphrase öffnet {path} nicht. Die Datei blieb, wie sie ist.</translation>
    </message>
    <message>
        <source>The password for {host} is not kept yet: secret set {name}. Notices wait.</source>
        <translation>Das Passwort für {host} ist noch nicht abgelegt: secret set {name}. Benachrichtigungen warten.</translation>
    </message>
    <message>
        <source>The plan does not hold together ({why} {value}). Nothing was changed.</source>
        <translation>Der Plan passt nicht zusammen ({why} {value}). Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The plan has a price for some of its products only. Nothing was changed; say one for each, or a change in percent.</source>
        <translation>Der Plan hat nur für einen Teil seiner Produkte einen Preis. Es wurde nichts geändert; nennen Sie für jedes einen oder eine Änderung in Prozent.</translation>
    </message>
    <message>
        <source>The plan has a price for {value}, which it does not test. Nothing was changed.</source>
        <translation>Der Plan hat einen Preis für {value}, testet es aber nicht. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The plan has changed since it was asked about: nothing was started</source>
        <translation>Der Plan hat sich geändert, seit gefragt wurde: nichts wurde gestartet</translation>
    </message>
    <message>
        <source>The plan names a product twice. Nothing was changed.</source>
        <translation>Der Plan nennt ein Produkt zweimal. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The plan names no product. Nothing was changed.</source>
        <translation>Der Plan nennt kein Produkt. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The plan of "{name}" is no longer what was registered at its start. It decides nothing; its prices go back.</source>
        <translation>Der Plan von „{name}“ ist nicht mehr der, der zu Beginn festgeschrieben wurde. Er entscheidet nichts; seine Preise gehen zurück.</translation>
    </message>
    <message>
        <source>The plan says no new price: neither a change in percent nor a price of each product. Nothing was changed.</source>
        <translation>Der Plan nennt keinen neuen Preis: weder eine Änderung in Prozent noch einen Preis für jedes Produkt. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The plan says the new price twice: as a change in percent and as a price. Nothing was changed; leave one out.</source>
        <translation>Der Plan nennt den neuen Preis zweimal: als Änderung in Prozent und als Preis. Es wurde nichts geändert; lassen Sie eines davon weg.</translation>
    </message>
    <message>
        <source>The plan tests a version of the model, which finds the prices itself: a new price cannot be said too. Nothing was changed.</source>
        <translation>Der Plan testet eine Version des Modells, die ihre Preise selbst findet: Ein neuer Preis kann nicht auch noch genannt werden. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The price file {path} cannot be read as a price list: it was changed by hand or by another program. The prices in force are kept in the workspace; write it again.</source>
        <translation>Die Preisdatei {path} kann nicht als Preisliste gelesen werden: Sie wurde von Hand oder von einem anderen Programm geändert. Die geltenden Preise stehen in der Arbeitsmappe; schreiben Sie sie neu.</translation>
    </message>
    <message>
        <source>The price file {path} could not be written. The old file is complete and stays; the batch is tried again at the next release.</source>
        <translation>Die Preisdatei {path} konnte nicht geschrieben werden. Die alte Datei ist vollständig und bleibt; das Preispaket wird bei der nächsten Auslieferung wieder versucht.</translation>
    </message>
    <message>
        <source>The price file {path} is not there. The prices in force are kept in the workspace; write the files again.</source>
        <translation>Die Preisdatei {path} ist nicht da. Die geltenden Preise stehen in der Arbeitsmappe; schreiben Sie die Dateien neu.</translation>
    </message>
    <message>
        <source>The price file {path} was read back and is not what was written. The batch counts as failed and is tried again.</source>
        <translation>Die Preisdatei {path} wurde zurückgelesen und ist nicht, was geschrieben wurde. Das Preispaket gilt als fehlgeschlagen und wird wieder versucht.</translation>
    </message>
    <message>
        <source>The price in force by the workspace.</source>
        <translation>Der geltende Preis nach der Arbeitsmappe.</translation>
    </message>
    <message>
        <source>The price in force changed after the approval, so this was not published. Run a cycle for a fresh proposal.</source>
        <translation>Der geltende Preis änderte sich nach der Freigabe, deshalb wurde dies nicht veröffentlicht. Starten Sie einen Zyklus für einen frischen Vorschlag.</translation>
    </message>
    <message>
        <source>The price index of {category} is {value}, above {threshold}; it stands on {count} prices.</source>
        <translation>Der Preisindex von {category} ist {value}, über {threshold}; er beruht auf {count} Preisen.</translation>
    </message>
    <message>
        <source>The price index of {category} is {value}, below {threshold}; it stands on {count} prices.</source>
        <translation>Der Preisindex von {category} ist {value}, unter {threshold}; er beruht auf {count} Preisen.</translation>
    </message>
    <message>
        <source>The price is in {needed}, the row says {currency}.</source>
        <translation>Der Preis ist in {needed}, die Zeile sagt {currency}.</translation>
    </message>
    <message>
        <source>The price of one product is at most so many times another’s: PRIVATE &lt;= 0.9 * BRAND; LARGE &lt;= 5.5 * SMALL; A@NORTH &lt;= A@SOUTH + 0.10. Semicolons separate several.</source>
        <translation>Der Preis eines Produkts ist höchstens so viele Male der eines anderen: EIGEN &lt;= 0,9 * MARKE; GROSS &lt;= 5,5 * KLEIN; A@NORD &lt;= A@SÜD + 0,10. Semikolons trennen mehrere.</translation>
    </message>
    <message>
        <source>The price of {sku} now lies outside its absolute bounds and was not published. The price in force holds.</source>
        <translation>Der Preis von {sku} liegt jetzt außerhalb seiner festen Grenzen und wurde nicht veröffentlicht. Der geltende Preis bleibt.</translation>
    </message>
    <message>
        <source>The price of {sku} was changed again since then. Roll back the newer change first.</source>
        <translation>Der Preis von {sku} wurde seitdem wieder geändert. Rollen Sie zuerst die neuere Änderung zurück.</translation>
    </message>
    <message>
        <source>The price that sells better would be shown more and more. That loses less while it runs, and takes longer to tell how large the lift is.</source>
        <translation>Der Preis, der besser verkauft, würde immer öfter gezeigt. Das verliert weniger, während der Test läuft, und braucht länger, um zu sagen, wie groß die Wirkung ist.</translation>
    </message>
    <message>
        <source>The price zone: a store, region or shop that has its own prices</source>
        <translation>Die Preiszone: eine Filiale, Region oder ein Shop mit eigenen Preisen</translation>
    </message>
    <message>
        <source>The prices that may be asked: a step as 0.05, endings as .99 .49, endings within ten as 4.99 9.99 /10. F2 changes it; empty: as is usual in its currency.</source>
        <translation>Die Preise, die verlangt werden dürfen: ein Schritt als 0.05, Endungen als .99 .49, Endungen innerhalb von zehn als 4.99 9.99 /10. F2 ändert sie; leer: wie in der Währung üblich.</translation>
    </message>
    <message>
        <source>The pricing workstation: its window.</source>
        <translation>Die Preis-Arbeitsstation: ihr Fenster.</translation>
    </message>
    <message>
        <source>The product of ours, a space, and the page on which the competitor sells it.</source>
        <translation>Unser Artikel, ein Leerzeichen und die Seite, auf der der Wettbewerber ihn verkauft.</translation>
    </message>
    <message>
        <source>The product's code, as you write it: leading zeros are kept</source>
        <translation>Das Kürzel des Artikels, wie Sie es schreiben: führende Nullen bleiben</translation>
    </message>
    <message>
        <source>The program itself</source>
        <translation>Das Programm selbst</translation>
    </message>
    <message>
        <source>The promotion's price, where it has one</source>
        <translation>Der Aktionspreis, wo es einen gibt</translation>
    </message>
    <message>
        <source>The proof cannot be read ({what}). Nothing can be said about it.</source>
        <translation>Der Beleg kann nicht gelesen werden ({what}). Über ihn lässt sich nichts sagen.</translation>
    </message>
    <message>
        <source>The proposal has changed since you looked at it. Nothing was decided. Look at it again.</source>
        <translation>Der Vorschlag hat sich geändert, seit Sie ihn ansahen. Nichts wurde entschieden. Sehen Sie ihn noch einmal an.</translation>
    </message>
    <message>
        <source>The recipe is not saved: S saves it, Esc again leaves it as it was</source>
        <translation>Das Rezept ist nicht gespeichert: S speichert es, noch einmal Esc lässt es, wie es war</translation>
    </message>
    <message>
        <source>The recipe of %1 is saved · Ctrl+Z takes it back</source>
        <translation>Das Rezept von %1 ist gespeichert · Strg+Z nimmt es zurück</translation>
    </message>
    <message>
        <source>The recipe was not saved: the site is read as before</source>
        <translation>Das Rezept wurde nicht gespeichert: die Website wird gelesen wie zuvor</translation>
    </message>
    <message>
        <source>The regular price in force then</source>
        <translation>Der damals geltende reguläre Preis</translation>
    </message>
    <message>
        <source>The regular price in force.</source>
        <translation>Der geltende reguläre Preis.</translation>
    </message>
    <message>
        <source>The regular price, as published</source>
        <translation>Der reguläre Preis, wie veröffentlicht</translation>
    </message>
    <message>
        <source>The remaining prices go through Approvals.</source>
        <translation>Die übrigen Preise gehen durch die Freigaben.</translation>
    </message>
    <message>
        <source>The report could not be written to {path} ({what}). An older file is kept as it was.</source>
        <translation>Der Bericht konnte nicht nach {path} geschrieben werden ({what}). Eine ältere Datei bleibt, wie sie war.</translation>
    </message>
    <message>
        <source>The rest is the weight of revenue</source>
        <translation>Der Rest ist das Gewicht des Umsatzes</translation>
    </message>
    <message>
        <source>The role is as it was</source>
        <translation>Die Rolle ist, wie sie war</translation>
    </message>
    <message>
        <source>The round ended early: {kept} of its looks are kept, {lost} could not be. Their pages are asked for again when they are due; what was learnt of their sites is kept where it could be. The reason follows.</source>
        <translation>Die Runde endete vorzeitig: {kept} ihrer Blicke sind gespeichert, {lost} konnten es nicht werden. Ihre Seiten werden wieder abgefragt, wenn sie fällig sind; was über ihre Websites gelernt wurde, ist gespeichert, soweit es ging. Der Grund folgt.</translation>
    </message>
    <message>
        <source>The rows shown as PDF …</source>
        <translation>Die gezeigten Zeilen als PDF …</translation>
    </message>
    <message>
        <source>The rule</source>
        <translation>Die Regel</translation>
    </message>
    <message>
        <source>The rule for earned bands contradicts itself. Nothing was changed.</source>
        <translation>Die Regel für verdiente Bänder widerspricht sich. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The rule {rule} cannot be kept: look at {field}. The rules are as they were.</source>
        <translation>Die Regel {rule} kann nicht behalten werden: Sehen Sie {field} an. Die Regeln sind, wie sie waren.</translation>
    </message>
    <message>
        <source>The rules were changed by somebody else since you began. Yours were not saved and are kept here: look at the newer ones, then save again.</source>
        <translation>Die Regeln wurden von jemand anders geändert, seit Sie begannen. Ihre wurden nicht gespeichert und bleiben hier: Sehen Sie die neueren an, und speichern Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>The sales channel; all where it is missing</source>
        <translation>Der Vertriebskanal; alle, wo er fehlt</translation>
    </message>
    <message>
        <source>The same as a share of what the listing earns a week today, never less than a label's cost; 0 sets none.</source>
        <translation>Dasselbe als Anteil dessen, was der Preis heute je Woche einbringt, nie weniger als die Kosten eines Etiketts; 0 setzt keine.</translation>
    </message>
    <message>
        <source>The same interval, all tests on one scale; the tick is no effect</source>
        <translation>Dasselbe Intervall, alle Tests auf einer Skala; der Strich heißt keine Wirkung</translation>
    </message>
    <message>
        <source>The same of each category for itself</source>
        <translation>Dasselbe von jeder Kategorie für sich</translation>
    </message>
    <message>
        <source>The same of the mean forecast</source>
        <translation>Dasselbe vom Erwartungswert</translation>
    </message>
    <message>
        <source>The same tests, each drawn towards the mean of all by how little it knows: what to plan with</source>
        <translation>Dieselben Tests, jeder umso mehr zum Mittel aller gezogen, je weniger er weiß: womit zu planen ist</translation>
    </message>
    <message>
        <source>The same with a level for each product in each zone</source>
        <translation>Dasselbe mit einem Niveau je Artikel und Zone</translation>
    </message>
    <message>
        <source>The same, drawn towards the others the more the fewer prices it stands on: compare by this one</source>
        <translation>Dasselbe, umso mehr zu den anderen gezogen, auf je weniger Preisen es beruht: hiernach vergleichen</translation>
    </message>
    <message>
        <source>The same, shrunk</source>
        <translation>Dasselbe, geschrumpft</translation>
    </message>
    <message>
        <source>The same.</source>
        <translation>Dasselbe.</translation>
    </message>
    <message>
        <source>The scenario is dropped</source>
        <translation>Das Szenario ist verworfen</translation>
    </message>
    <message>
        <source>The scenario is kept</source>
        <translation>Das Szenario ist aufbewahrt</translation>
    </message>
    <message>
        <source>The selector cannot be read at {position}, "{text}".</source>
        <translation>Der Selektor ist an Stelle {position} nicht lesbar: „{text}“.</translation>
    </message>
    <message>
        <source>The seller on a marketplace; where it is missing, the competitor</source>
        <translation>Der Anbieter auf einem Marktplatz; wo er fehlt, der Wettbewerber</translation>
    </message>
    <message>
        <source>The sender of notices, as Pricewright &lt;prices@shop.example&gt;.</source>
        <translation>Der Absender von Mitteilungen, wie Pricewright &lt;prices@shop.example&gt;.</translation>
    </message>
    <message>
        <source>The server's key is not in known_hosts, so it was not connected to. Nothing was asked; add the key once you have compared it.</source>
        <translation>Der Schlüssel des Servers steht nicht in known_hosts, deshalb wurde keine Verbindung aufgebaut. Nichts wurde abgefragt; fügen Sie den Schlüssel hinzu, sobald Sie ihn verglichen haben.</translation>
    </message>
    <message>
        <source>The service answered HTTP {status}. What came before was kept; it is asked again soon.</source>
        <translation>Der Dienst antwortete mit HTTP {status}. Was davor kam, wurde behalten; bald wird er erneut gefragt.</translation>
    </message>
    <message>
        <source>The service refuses the login (HTTP {status}). Check the key: secret set.</source>
        <translation>Der Dienst weist die Anmeldung ab (HTTP {status}). Bitte den Schlüssel prüfen: secret set.</translation>
    </message>
    <message>
        <source>The share of visitors that either price keeps, however badly it does: so that it can be judged</source>
        <translation>Der Anteil der Besucher, den jeder der beiden Preise behält, wie schlecht er auch abschneidet: damit er beurteilt werden kann</translation>
    </message>
    <message>
        <source>The share that the new price begins with is beyond what the floor leaves to it. Nothing was changed.</source>
        <translation>Der Anteil, mit dem der neue Preis beginnt, liegt jenseits dessen, was der Mindestanteil ihm lässt. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The shares of the arms do not add up, or the least share is too large for so many arms. Nothing was changed.</source>
        <translation>Die Anteile der Arme gehen nicht auf, oder der Mindestanteil ist für so viele Arme zu groß. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The shop sets a promotion’s price itself. Decisions know of it, and the prior price of announced reductions counts it.</source>
        <translation>Den Aktionspreis setzt der Laden selbst. Entscheidungen wissen davon, und der vorherige Preis angekündigter Senkungen zählt ihn mit.</translation>
    </message>
    <message>
        <source>The signature cannot be read: it needs a time (t) and a signature (v1). Nothing of it was kept.</source>
        <translation>Die Signatur ist nicht lesbar: Sie braucht eine Zeit (t) und eine Signatur (v1). Nichts davon wurde behalten.</translation>
    </message>
    <message>
        <source>The signature does not fit what came, by any of the secrets that are kept. Nothing of it was kept.</source>
        <translation>Die Signatur passt zu keinem der abgelegten Geheimnisse. Nichts davon wurde aufbewahrt.</translation>
    </message>
    <message>
        <source>The signed head of the journal at {path} does not carry this device's signature. It was not overwritten, and nothing is changed in the workspace. Find out who changed it; a director may then go on with pricewright-engine audit accept.</source>
        <translation>Der signierte Kopf des Journals unter {path} trägt nicht die Signatur dieses Geräts. Er wurde nicht überschrieben, und in der Arbeitsmappe wird nichts geändert. Finden Sie heraus, wer ihn geändert hat; ein Direktor kann dann mit pricewright-engine audit accept fortfahren.</translation>
    </message>
    <message>
        <source>The smaller, the longer it takes</source>
        <translation>Je kleiner, desto länger dauert es</translation>
    </message>
    <message>
        <source>The steps must end with 100 %, and there may be ten of them. Nothing was changed.</source>
        <translation>Die Stufen müssen mit 100 % enden, und es dürfen höchstens zehn sein. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The stored inputs of this decision are damaged: their checksum does not fit. Its price is not affected, but it cannot be replayed.</source>
        <translation>Die gespeicherten Eingaben dieser Entscheidung sind beschädigt: Ihre Prüfsumme passt nicht. Ihr Preis ist nicht betroffen, aber sie kann nicht wiederholt werden.</translation>
    </message>
    <message>
        <source>The stored inputs {case} are not in the workspace.</source>
        <translation>Die gespeicherten Eingaben {case} sind nicht in der Arbeitsmappe.</translation>
    </message>
    <message>
        <source>The system's cryptography library offers no SHA-256, so nothing can be proven. Install OpenSSL 3.</source>
        <translation>Die Kryptobibliothek des Systems bietet kein SHA-256, also kann nichts bewiesen werden. Installieren Sie OpenSSL 3.</translation>
    </message>
    <message>
        <source>The table has no column for {missing}: name it in the mapping's "fields".</source>
        <translation>Die Tabelle hat keine Spalte für {missing}: Bitte in "fields" der Zuordnung nennen.</translation>
    </message>
    <message>
        <source>The targets are as they were</source>
        <translation>Die Ziele sind wie zuvor</translation>
    </message>
    <message>
        <source>The test {test} stands there twice for the same category and period. Nothing was computed.</source>
        <translation>Der Test {test} steht dort zweimal für dieselbe Kategorie und denselben Zeitraum. Es wurde nichts berechnet.</translation>
    </message>
    <message>
        <source>The text that the hash is of</source>
        <translation>Der Text, zu dem die Prüfsumme gehört</translation>
    </message>
    <message>
        <source>The transfer broke off after {bytes} bytes (line {line}). {rows} whole rows before it were kept, the one that was cut is none; what is missing is not taken for gone, and it is asked for again soon.</source>
        <translation>Die Übertragung brach nach {bytes} Bytes ab (Zeile {line}). {rows} ganze Zeilen davor wurden behalten, die abgeschnittene zählt nicht; was fehlt, gilt nicht als verschwunden und wird bald wieder abgefragt.</translation>
    </message>
    <message>
        <source>The unit of pack_size: oz, ml, g, each …</source>
        <translation>Die Einheit von pack_size: oz, ml, g, each …</translation>
    </message>
    <message>
        <source>The weight of {test} is not a number from 0 up. Nothing was computed.</source>
        <translation>Das Gewicht von {test} ist keine Zahl ab 0. Es wurde nichts berechnet.</translation>
    </message>
    <message>
        <source>The whole assortment</source>
        <translation>Das ganze Sortiment</translation>
    </message>
    <message>
        <source>The workbook is damaged (at {part}: {why}). Nothing was taken from it. Open it in a spreadsheet, save it anew, and try again.</source>
        <translation>Die Mappe ist beschädigt (bei {part}: {why}). Nichts wurde daraus übernommen. Öffnen Sie sie in einer Tabellenkalkulation, speichern Sie sie neu, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The workbook is larger than is read here ({what}). Nothing was taken from it. Delete what is not needed, and save it anew.</source>
        <translation>Die Mappe ist größer, als hier gelesen wird ({what}). Nichts wurde daraus übernommen. Löschen Sie, was nicht gebraucht wird, und speichern Sie sie neu.</translation>
    </message>
    <message>
        <source>The workbook is locked by a password, or is of the format before .xlsx. Nothing was taken from it. Save it as .xlsx without a password.</source>
        <translation>Die Mappe ist mit einem Kennwort gesperrt oder im Format vor .xlsx. Nichts wurde daraus übernommen. Speichern Sie sie als .xlsx ohne Kennwort.</translation>
    </message>
    <message>
        <source>The workspace has no channel that prices could belong to.</source>
        <translation>Die Arbeitsmappe hat keinen Kanal, zu dem Preise gehören könnten.</translation>
    </message>
    <message>
        <source>The workspace is open for reading only.</source>
        <translation>Die Arbeitsmappe ist nur zum Lesen offen.</translation>
    </message>
    <message>
        <source>The workspace is open for reading only: nothing was changed.</source>
        <translation>Die Arbeitsmappe ist nur zum Lesen offen: Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The workspace is open for reading only: nothing was sent.</source>
        <translation>Die Arbeitsmappe ist nur zum Lesen offen: Nichts wurde geschickt.</translation>
    </message>
    <message>
        <source>The workspace refused a change that breaks its own limits ({message}). Nothing of the change was kept.</source>
        <translation>Die Arbeitsmappe lehnte eine Änderung ab, die ihre eigenen Grenzen verletzt ({message}). Nichts von der Änderung wurde behalten.</translation>
    </message>
    <message>
        <source>The workspace to open; without it, the last one.</source>
        <translation>Die zu öffnende Arbeitsmappe; ohne sie die letzte.</translation>
    </message>
    <message>
        <source>The workspace {path} can only be read. Nothing was changed. Allow writing to the file and its folder, or work on a copy.</source>
        <translation>Die Arbeitsmappe {path} kann nur gelesen werden. Nichts wurde geändert. Erlauben Sie das Schreiben in Datei und Ordner, oder arbeiten Sie mit einer Kopie.</translation>
    </message>
    <message>
        <source>The workspace {path} could not do this ({doing}: {message}). Nothing of it was kept.</source>
        <translation>Die Arbeitsmappe {path} konnte das nicht ({doing}: {message}). Nichts davon wurde behalten.</translation>
    </message>
    <message>
        <source>The workspace {path} is damaged. Nothing was written to it. Restore its newest backup, which lies beside it, or the copy that you keep.</source>
        <translation>Die Arbeitsmappe {path} ist beschädigt. Nichts wurde hineingeschrieben. Stellen Sie ihre neueste Sicherung wieder her, die daneben liegt, oder Ihre eigene Kopie.</translation>
    </message>
    <message>
        <source>The workspace {path} is no longer there: it was moved or deleted, or its disk was taken out. Nothing was changed. Put it back, or open it where it is now.</source>
        <translation>Der Arbeitsbereich {path} ist nicht mehr da: er wurde verschoben oder gelöscht, oder sein Datenträger wurde entfernt. Es wurde nichts geändert. Legen Sie ihn zurück, oder öffnen Sie ihn dort, wo er jetzt ist.</translation>
    </message>
    <message>
        <source>The workspace {path} was made by a newer version of this program (file version {version}, known here: {known}). It was not touched. Update the program, then open it again.</source>
        <translation>Die Arbeitsmappe {path} wurde von einer neueren Fassung dieses Programms angelegt (Dateifassung {version}, hier bekannt: {known}). Sie wurde nicht angerührt. Erneuern Sie das Programm, und öffnen Sie sie dann noch einmal.</translation>
    </message>
    <message>
        <source>The workspace {path} was made by an older version (file version {version}) and must be brought up to date, which reading alone does not do. Open it once for writing.</source>
        <translation>Die Arbeitsmappe {path} wurde von einer älteren Fassung angelegt (Dateifassung {version}) und muss auf den neuen Stand gebracht werden, was Lesen allein nicht tut. Öffnen Sie sie einmal zum Schreiben.</translation>
    </message>
    <message>
        <source>The workspace's own id, {id}, is no id: the file was changed by another program. Nothing was signed.</source>
        <translation>Die eigene Kennung der Arbeitsmappe, {id}, ist keine: Die Datei wurde von einem anderen Programm geändert. Nichts wurde signiert.</translation>
    </message>
    <message>
        <source>The zone is as it was</source>
        <translation>Die Zone ist wie zuvor</translation>
    </message>
    <message>
        <source>Their content against ours: 2:1 is twice as much</source>
        <translation>Ihr Inhalt gegen unseren: 2:1 ist doppelt so viel</translation>
    </message>
    <message>
        <source>Their content is their_packs ÷ our_packs of ours</source>
        <translation>Ihr Inhalt ist their_packs ÷ our_packs des unseren</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Deren</translation>
    </message>
    <message>
        <source>Theirs against ours: delivered, in our currency and pack</source>
        <translation>Deren Preis gegen unseren: geliefert, in unserer Währung und Packung</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Dann</translation>
    </message>
    <message>
        <source>There are few clusters: the result holds for them, and hardly beyond.</source>
        <translation>Es sind wenige Gruppen: das Ergebnis gilt für sie und kaum darüber hinaus.</translation>
    </message>
    <message>
        <source>There are no answers on the topic "{topic}". Known are: {known}.</source>
        <translation>Zum Thema „{topic}“ gibt es keine Antworten. Bekannt sind: {known}.</translation>
    </message>
    <message>
        <source>There are no rows to learn from.</source>
        <translation>Es gibt keine Zeilen, aus denen gelernt werden könnte.</translation>
    </message>
    <message>
        <source>There are so few ways to draw the prices that early looks can hardly decide anything.</source>
        <translation>Es gibt so wenige Möglichkeiten, die Preise zu verlosen, dass frühe Auswertungen kaum etwas entscheiden können.</translation>
    </message>
    <message>
        <source>There are too few rows for this estimate: {rows}, where {needed} are needed.</source>
        <translation>Für diese Schätzung sind es zu wenige Zeilen: {rows}, wo {needed} gebraucht werden.</translation>
    </message>
    <message>
        <source>There are too few units for this: {units}, where {needed} are needed. Nothing was decided; let the test run on.</source>
        <translation>Dafür gibt es zu wenige Einheiten: {units}, nötig sind {needed}. Es wurde nichts entschieden; lassen Sie den Test weiterlaufen.</translation>
    </message>
    <message>
        <source>There are too few ways to draw who gets which price for any result to be significant. Nothing was started; take more units.</source>
        <translation>Es gibt zu wenige Möglichkeiten auszulosen, wer welchen Preis bekommt, als dass irgendein Ergebnis signifikant sein könnte. Es wurde nichts gestartet; nehmen Sie mehr Einheiten.</translation>
    </message>
    <message>
        <source>There is a feed of this name already.</source>
        <translation>Einen Feed dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>There is a feed {feed} already. Nothing was changed.</source>
        <translation>Einen Feed {feed} gibt es schon. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>There is an alert "{name}" already. Nothing was changed.</source>
        <translation>Einen Alarm „{name}“ gibt es schon. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>There is another test "{name}". Nothing was changed; choose another name.</source>
        <translation>Es gibt einen anderen Test „{name}“. Nichts wurde geändert; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>There is neither a saved mapping nor a file called {name}.</source>
        <translation>Es gibt weder eine gespeicherte Zuordnung noch eine Datei namens {name}.</translation>
    </message>
    <message>
        <source>There is no "{value}" to pick by with --{option}. There are: {known}.</source>
        <translation>Es gibt kein „{value}“, um mit --{option} auszuwählen. Es gibt: {known}.</translation>
    </message>
    <message>
        <source>There is no active user {user} in this workspace. Nothing was changed.</source>
        <translation>In dieser Arbeitsmappe gibt es keinen aktiven Benutzer {user}. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>There is no alert "{name}".</source>
        <translation>Es gibt keinen Alarm „{name}“.</translation>
    </message>
    <message>
        <source>There is no arm {arm}. There are: {found}.</source>
        <translation>Es gibt keinen Arm {arm}. Es gibt: {found}.</translation>
    </message>
    <message>
        <source>There is no batch {batch}. `status` lists the open ones.</source>
        <translation>Es gibt kein Preispaket {batch}. `status` zählt die offenen auf.</translation>
    </message>
    <message>
        <source>There is no challenger of {model}. Add one, or name a version to compare.</source>
        <translation>Es gibt keinen Herausforderer von {model}. Legen Sie einen an oder nennen Sie eine Version zum Vergleich.</translation>
    </message>
    <message>
        <source>There is no column for {column}: name it with --column {column}=NAME. Nothing was kept.</source>
        <translation>Es gibt keine Spalte für {column}: Nennen Sie sie mit --column {column}=NAME. Nichts wurde aufbewahrt.</translation>
    </message>
    <message>
        <source>There is no command "{command}". `pricewright-engine --help` lists them.</source>
        <translation>Es gibt keinen Befehl „{command}“. `pricewright-engine --help` zählt sie auf.</translation>
    </message>
    <message>
        <source>There is no competitor with the code {code}.</source>
        <translation>Es gibt keinen Wettbewerber mit dem Code {code}.</translation>
    </message>
    <message>
        <source>There is no cycle {cycle}.</source>
        <translation>Es gibt keinen Zyklus {cycle}.</translation>
    </message>
    <message>
        <source>There is no design "{value}". There are: visitors, clusters, switchback, pairs.</source>
        <translation>Es gibt keine Testart „{value}“. Es gibt: visitors, clusters, switchback, pairs.</translation>
    </message>
    <message>
        <source>There is no encoding {encoding} here: use utf-8, latin-1 or windows-1252.</source>
        <translation>Es gibt hier keine Zeichenkodierung {encoding}: Nehmen Sie utf-8, latin-1 oder windows-1252.</translation>
    </message>
    <message>
        <source>There is no event {event} in the inbox. Nothing was changed.</source>
        <translation>Im Eingang gibt es kein Ereignis {event}. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>There is no exchange rate for {currency} in one of the periods. Nothing was computed; import rates, or choose other weeks.</source>
        <translation>In einem der Zeiträume gibt es keinen Wechselkurs für {currency}. Es wurde nichts berechnet; importieren Sie Kurse, oder wählen Sie andere Wochen.</translation>
    </message>
    <message>
        <source>There is no exchange rate for {currency} on or before {day}. Import rates with: import FILE --kind fx.</source>
        <translation>Es gibt keinen Wechselkurs für {currency} am oder vor dem {day}. Importieren Sie Kurse mit: import FILE --kind fx.</translation>
    </message>
    <message>
        <source>There is no feed {feed}. Nothing was changed.</source>
        <translation>Es gibt keinen Feed {feed}. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>There is no field {field} for this kind of file. Nothing was imported.</source>
        <translation>Es gibt kein Feld {field} für diese Art von Datei. Nichts wurde importiert.</translation>
    </message>
    <message>
        <source>There is no file {path}. Nothing was imported.</source>
        <translation>Es gibt keine Datei {path}. Nichts wurde importiert.</translation>
    </message>
    <message>
        <source>There is no import with this id.</source>
        <translation>Es gibt keinen Import mit dieser Kennung.</translation>
    </message>
    <message>
        <source>There is no list of items where the mapping's "items" points. Nothing was kept of this page.</source>
        <translation>Wohin "items" der Zuordnung zeigt, steht keine Liste. Von dieser Seite wurde nichts behalten.</translation>
    </message>
    <message>
        <source>There is no match {match}. Nothing was changed.</source>
        <translation>Es gibt keine Zuordnung {match}. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>There is no metric "{value}" to be had from sales. There are: profit, revenue, units.</source>
        <translation>Eine Größe „{value}“ lässt sich aus Verkäufen nicht gewinnen. Es gibt: profit, revenue, units.</translation>
    </message>
    <message>
        <source>There is no metric {metric}. There are conversion, revenue, profit, units, orders, ratios such as revenue/orders, and: {found}.</source>
        <translation>Es gibt keine Kennzahl {metric}. Es gibt conversion, revenue, profit, units, orders, Verhältnisse wie revenue/orders, und: {found}.</translation>
    </message>
    <message>
        <source>There is no model "{model}". There are: elasticity_estimator, demand_forecaster, price_optimizer. Nothing was changed.</source>
        <translation>Es gibt kein Modell „{model}“. Es gibt: elasticity_estimator, demand_forecaster, price_optimizer. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>There is no notice {no}. Nothing was changed.</source>
        <translation>Es gibt keine Benachrichtigung {no}. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>There is no offer {offer}.</source>
        <translation>Es gibt kein Angebot {offer}.</translation>
    </message>
    <message>
        <source>There is no option {option} here. `{command} --help` lists them.</source>
        <translation>Es gibt hier keine Option {option}. `{command} --help` zählt sie auf.</translation>
    </message>
    <message>
        <source>There is no price in force to start from.</source>
        <translation>Es gibt keinen geltenden Preis, von dem aus begonnen werden könnte.</translation>
    </message>
    <message>
        <source>There is no price to publish in this channel. The old file is kept.</source>
        <translation>In diesem Kanal gibt es keinen Preis zu veröffentlichen. Die alte Datei bleibt.</translation>
    </message>
    <message>
        <source>There is no price zone yet: make one first.</source>
        <translation>Es gibt noch keine Preiszone: zuerst eine anlegen.</translation>
    </message>
    <message>
        <source>There is no product with the code {sku}. Codes are compared exactly, leading zeros included.</source>
        <translation>Es gibt keinen Artikel mit der Nummer {sku}. Nummern werden genau verglichen, führende Nullen eingeschlossen.</translation>
    </message>
    <message>
        <source>There is no report "{what}". Known are: decisions, prices, audit, cycle.</source>
        <translation>Es gibt keinen Bericht „{what}“. Bekannt sind: decisions, prices, audit, cycle.</translation>
    </message>
    <message>
        <source>There is no row to write.</source>
        <translation>Es gibt keine Zeile zu schreiben.</translation>
    </message>
    <message>
        <source>There is no setting {key}. `settings list` shows all of them.</source>
        <translation>Es gibt keine Einstellung {key}. `settings list` zeigt alle.</translation>
    </message>
    <message>
        <source>There is no such category.</source>
        <translation>Eine solche Kategorie gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such channel.</source>
        <translation>Einen solchen Kanal gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such choice.</source>
        <translation>Eine solche Wahl gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such decision. `queue list` shows what waits, `explain SKU@ZONE` what was decided last.</source>
        <translation>Eine solche Entscheidung gibt es nicht. `queue list` zeigt, was wartet, `explain SKU@ZONE`, was zuletzt entschieden wurde.</translation>
    </message>
    <message>
        <source>There is no such price zone. `zones list` shows those there are.</source>
        <translation>Eine solche Preiszone gibt es nicht. `zones list` zeigt die vorhandenen.</translation>
    </message>
    <message>
        <source>There is no such role. The roles are analyst, manager and director; a product's are kvi, foreground, background and tail.</source>
        <translation>Eine solche Rolle gibt es nicht. Die Rollen sind analyst, manager und director; die eines Artikels sind kvi, foreground, background und tail.</translation>
    </message>
    <message>
        <source>There is no test "{name}". Nothing was changed.</source>
        <translation>Es gibt keinen Test „{name}“. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>There is no workspace at {path}. Check the name, or make one with: init.</source>
        <translation>Unter {path} gibt es keine Arbeitsmappe. Prüfen Sie den Namen, oder legen Sie eine an mit: init.</translation>
    </message>
    <message>
        <source>There is no {field} with the code {value}: this alert would never fire.</source>
        <translation>Es gibt kein {field} mit dem Code {value}: Dieser Alarm würde nie auslösen.</translation>
    </message>
    <message>
        <source>There is no {model} {version}. Nothing was changed.</source>
        <translation>{model} {version} gibt es nicht. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>There is no {path}, which tells how the folder is to be read. Nothing was imported.</source>
        <translation>Es gibt kein {path}, das sagt, wie der Ordner zu lesen ist. Nichts wurde importiert.</translation>
    </message>
    <message>
        <source>There is nobody else in this workspace yet. They are added by: pricewright-engine users set.</source>
        <translation>In dieser Arbeitsmappe gibt es noch niemand anders. Personen werden hinzugefügt mit: pricewright-engine users set.</translation>
    </message>
    <message>
        <source>There is nothing in the comment. Nothing was written.</source>
        <translation>Im Kommentar steht nichts. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>There is nothing to undo in the draft</source>
        <translation>Im Entwurf ist nichts zurückzunehmen</translation>
    </message>
    <message>
        <source>There is too little memory for the key of the secrets' file. Nothing was changed.</source>
        <translation>Für den Schlüssel der Geheimnisdatei fehlt Speicher. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>These are more than 100,000 lines: import them as a file instead. Nothing was changed.</source>
        <translation>Das sind mehr als 100.000 Zeilen: Importieren Sie sie stattdessen als Datei. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>These are no keys. Write them like Ctrl+Shift+R or F9.</source>
        <translation>Das sind keine Tasten. Schreiben Sie sie wie Strg+Umschalt+R oder F9.</translation>
    </message>
    <message>
        <source>These cannot be stored; the hypothesis says why</source>
        <translation>Diese lassen sich nicht lagern; die Annahme sagt, warum</translation>
    </message>
    <message>
        <source>These columns say the same thing, so their effects cannot be told apart.</source>
        <translation>Diese Spalten sagen dasselbe, ihre Wirkungen lassen sich also nicht trennen.</translation>
    </message>
    <message>
        <source>These counts are no more spread than chance alone makes them, so their extra spread cannot be told.</source>
        <translation>Diese Anzahlen streuen nicht mehr als der Zufall allein; ihre zusätzliche Streuung ist nicht zu sagen.</translation>
    </message>
    <message>
        <source>These counts or sums belong to no data: one is negative, or more succeeded than there were. Nothing was decided; check where they come from.</source>
        <translation>Diese Anzahlen oder Summen gehören zu keinen Daten: eine ist negativ, oder es gab mehr Erfolge als Einheiten. Es wurde nichts entschieden; prüfen Sie ihre Herkunft.</translation>
    </message>
    <message>
        <source>These events belong to a test that is not known here. Nothing was taken in.</source>
        <translation>Diese Ereignisse gehören zu einem Test, der hier nicht bekannt ist. Nichts wurde aufgenommen.</translation>
    </message>
    <message>
        <source>These price endings make no ladder. The old one is kept.</source>
        <translation>Diese Preisendungen ergeben keine Staffel. Die alte bleibt.</translation>
    </message>
    <message>
        <source>These rows are no prices that could be edited.</source>
        <translation>Diese Zeilen sind keine Preise, die bearbeitet werden könnten.</translation>
    </message>
    <message>
        <source>These steps and endings make no price ladder (step {step}, cycle {cycle}).</source>
        <translation>Diese Schritte und Endungen ergeben keine Preisstaffel (Schritt {step}, Periode {cycle}).</translation>
    </message>
    <message>
        <source>They come back by themselves; they expire all the same.</source>
        <translation>Sie kommen von selbst zurück; sie laufen trotzdem ab.</translation>
    </message>
    <message>
        <source>This belief to start from is none: its figures must be at least 0.1, its spread positive. Nothing was computed.</source>
        <translation>Diese Ausgangsannahme ist keine: ihre Zahlen müssen mindestens 0,1 sein, ihre Streuung positiv. Es wurde nichts berechnet.</translation>
    </message>
    <message>
        <source>This build cannot speak SFTP. Nothing was asked; let the files be dropped into a folder.</source>
        <translation>Dieses Programm kann kein SFTP. Nichts wurde abgefragt; lassen Sie die Dateien in einen Ordner legen.</translation>
    </message>
    <message>
        <source>This cannot be asked: {field} is out of its range. Nothing was planned.</source>
        <translation>Das lässt sich nicht fragen: {field} liegt außerhalb seines Bereichs. Nichts wurde geplant.</translation>
    </message>
    <message>
        <source>This cannot be read: write https://…, sftp://user@host/…, or a folder.</source>
        <translation>Das ist nicht lesbar: Schreiben Sie https://…, sftp://user@host/… oder einen Ordner.</translation>
    </message>
    <message>
        <source>This column cannot be edited.</source>
        <translation>Diese Spalte kann nicht bearbeitet werden.</translation>
    </message>
    <message>
        <source>This decision as PDF …</source>
        <translation>Diese Entscheidung als PDF …</translation>
    </message>
    <message>
        <source>This demand curve cannot be used: {what}.</source>
        <translation>Diese Nachfragekurve kann nicht verwendet werden: {what}.</translation>
    </message>
    <message>
        <source>This device's signing key at {path} cannot be used. It was not replaced. Restore it from a backup; without it, older heads cannot be checked.</source>
        <translation>Der Signaturschlüssel dieses Geräts unter {path} kann nicht verwendet werden. Er wurde nicht ersetzt. Stellen Sie ihn aus einer Sicherung wieder her; ohne ihn können ältere Köpfe nicht geprüft werden.</translation>
    </message>
    <message>
        <source>This did not work: {code}.</source>
        <translation>Das ging nicht: {code}.</translation>
    </message>
    <message>
        <source>This does not wait for a decision: it is {state}.</source>
        <translation>Das wartet auf keine Entscheidung: Es ist {state}.</translation>
    </message>
    <message>
        <source>This entry belongs to no price decision.</source>
        <translation>Dieser Eintrag gehört zu keiner Preisentscheidung.</translation>
    </message>
    <message>
        <source>This estimate does not settle: the data leave some effect without bounds.</source>
        <translation>Diese Schätzung kommt nicht zur Ruhe: die Daten lassen einen Effekt ohne Grenzen.</translation>
    </message>
    <message>
        <source>This feed is off: O switches it on</source>
        <translation>Dieser Feed ist aus: O schaltet ihn ein</translation>
    </message>
    <message>
        <source>This file came here from another place, where its journal had been signed up to entry %1.</source>
        <translation>Diese Datei kam von einem anderen Ort hierher, wo ihr Journal bis Eintrag %1 signiert war.</translation>
    </message>
    <message>
        <source>This file cannot be written: decisions are not possible</source>
        <translation>Diese Datei kann nicht beschrieben werden: Entscheidungen sind nicht möglich</translation>
    </message>
    <message>
        <source>This import was taken back already.</source>
        <translation>Dieser Import wurde schon zurückgenommen.</translation>
    </message>
    <message>
        <source>This is being released or is published already and cannot be undone. Take it back with: rollback.</source>
        <translation>Das wird gerade ausgeliefert oder ist schon veröffentlicht und kann nicht zurückgenommen werden. Nehmen Sie es zurück mit: rollback.</translation>
    </message>
    <message>
        <source>This is more than a year ahead.</source>
        <translation>Das ist mehr als ein Jahr voraus.</translation>
    </message>
    <message>
        <source>This is more than a year ahead. Nothing was changed. Choose an earlier day.</source>
        <translation>Das ist mehr als ein Jahr voraus. Nichts wurde geändert. Wählen Sie einen früheren Tag.</translation>
    </message>
    <message>
        <source>This is neither RSS nor Atom. Nothing was kept; check the address and the feed's kind.</source>
        <translation>Das ist weder RSS noch Atom. Nichts wurde behalten; prüfen Sie die Adresse und die Art des Feeds.</translation>
    </message>
    <message>
        <source>This is no JSON object; line %1 is where it breaks.</source>
        <translation>Das ist kein JSON-Objekt; in Zeile %1 bricht es.</translation>
    </message>
    <message>
        <source>This is no address or folder, or it holds a password. Nothing was changed.</source>
        <translation>Das ist keine Adresse und kein Ordner, oder es enthält ein Passwort. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>This is no price in {currency}, the currency of {zone}. Nothing was added.</source>
        <translation>Das ist kein Preis in {currency}, der Währung von {zone}. Es wurde nichts angelegt.</translation>
    </message>
    <message>
        <source>This is no value for {key}. The old value holds.</source>
        <translation>Das ist kein Wert für {key}. Der alte Wert gilt.</translation>
    </message>
    <message>
        <source>This is no workbook. Nothing was taken from it. Save the table as .xlsx and try again.</source>
        <translation>Das ist keine Mappe. Nichts wurde daraus übernommen. Speichern Sie die Tabelle als .xlsx, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This is not JSON ({what}, at character {offset}).</source>
        <translation>Das ist kein JSON ({what}, bei Zeichen {offset}).</translation>
    </message>
    <message>
        <source>This is not a number.</source>
        <translation>Das ist keine Zahl.</translation>
    </message>
    <message>
        <source>This is over: Esc goes back to what waits</source>
        <translation>Das ist vorbei: Esc führt zurück zu dem, was wartet</translation>
    </message>
    <message>
        <source>This is said of {file}. The other files were read; this one is tried again at each pull, until it can be read or is taken away.</source>
        <translation>Das gilt für {file}. Die anderen Dateien wurden gelesen; diese wird bei jedem Abruf wieder versucht, bis sie lesbar oder entfernt ist.</translation>
    </message>
    <message>
        <source>This is the price</source>
        <translation>Das ist der Preis</translation>
    </message>
    <message>
        <source>This is used as: {what}.</source>
        <translation>Verwendet wird es so: {what}.</translation>
    </message>
    <message>
        <source>This kind of alert cannot be narrowed by {field} ({value}). Nothing was saved.</source>
        <translation>Diese Alarmart lässt sich nicht auf {field} ({value}) einschränken. Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>This kind of event says nothing of orders. It was not counted.</source>
        <translation>Diese Art von Ereignis sagt nichts über Bestellungen. Es wurde nicht gezählt.</translation>
    </message>
    <message>
        <source>This line cannot be read: {reason}. Nothing was added.</source>
        <translation>Diese Zeile kann nicht gelesen werden: {reason}. Es wurde nichts hinzugefügt.</translation>
    </message>
    <message>
        <source>This line is no JSON object.</source>
        <translation>Diese Zeile ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>This listing has no price in force, so there is nothing to compare with.</source>
        <translation>Dieser Artikel hat in der Zone keinen geltenden Preis, es gibt also nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>This page is no longer kept.</source>
        <translation>Diese Seite wird nicht mehr aufbewahrt.</translation>
    </message>
    <message>
        <source>This price could not be checked</source>
        <translation>Dieser Preis konnte nicht geprüft werden</translation>
    </message>
    <message>
        <source>This price lies outside the product's absolute bounds. The price in force holds.</source>
        <translation>Dieser Preis liegt außerhalb der festen Grenzen des Artikels. Der geltende Preis bleibt.</translation>
    </message>
    <message>
        <source>This price would begin before one that is recorded already. Prices are only ever added at the end.</source>
        <translation>Dieser Preis begänne vor einem, der schon aufgezeichnet ist. Preise werden immer nur am Ende angefügt.</translation>
    </message>
    <message>
        <source>This price zone has prices already, so its currency can no longer change. Make a new zone instead.</source>
        <translation>Diese Preiszone hat schon Preise, ihre Währung kann sich also nicht mehr ändern. Legen Sie stattdessen eine neue Zone an.</translation>
    </message>
    <message>
        <source>This problem does not fit together: each product needs positive reference values, a ladder and a row and a column of elasticities.</source>
        <translation>Diese Aufgabe passt nicht zusammen: jedes Produkt braucht positive Bezugswerte, eine Leiter und je eine Zeile und Spalte von Elastizitäten.</translation>
    </message>
    <message>
        <source>This product is no longer sold there.</source>
        <translation>Dieses Produkt wird dort nicht mehr verkauft.</translation>
    </message>
    <message>
        <source>This product is not sold in that price zone.</source>
        <translation>Dieser Artikel wird in dieser Preiszone nicht verkauft.</translation>
    </message>
    <message>
        <source>This program's own step {step} for bringing workspaces up to date is damaged. No file was touched. Install the program again.</source>
        <translation>Der eigene Schritt {step} dieses Programms, um Arbeitsmappen auf den neuen Stand zu bringen, ist beschädigt. Keine Datei wurde angerührt. Installieren Sie das Programm neu.</translation>
    </message>
    <message>
        <source>This promotion has begun: its first day and its price stay. Its last day can be moved, or it can be ended.</source>
        <translation>Diese Aktion hat begonnen: erster Tag und Preis bleiben. Der letzte Tag lässt sich verschieben, oder sie lässt sich beenden.</translation>
    </message>
    <message>
        <source>This promotion is no longer in the calendar. Nothing was changed.</source>
        <translation>Diese Aktion ist nicht mehr im Kalender. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>This promotion is over: what was is not changed. Nothing was changed.</source>
        <translation>Diese Aktion ist vorbei: Gewesenes wird nicht geändert. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>This proposal expired at {at}: its evidence is too old. Run a cycle for a fresh one.</source>
        <translation>Dieser Vorschlag lief am {at} ab: Seine Belege sind zu alt. Starten Sie einen Zyklus für einen frischen.</translation>
    </message>
    <message>
        <source>This scenario is no longer there. Nothing was changed.</source>
        <translation>Dieses Szenario ist nicht mehr da. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>This separator is not known: use a comma, semicolon, tab or |.</source>
        <translation>Dieses Trennzeichen ist nicht bekannt: Nehmen Sie Komma, Semikolon, Tabulator oder |.</translation>
    </message>
    <message>
        <source>This time has passed.</source>
        <translation>Diese Zeit ist vorbei.</translation>
    </message>
    <message>
        <source>This time has passed. Batch {batch} keeps its slot. Choose a later one.</source>
        <translation>Diese Zeit ist vorbei. Preispaket {batch} behält seinen Termin. Wählen Sie einen späteren.</translation>
    </message>
    <message>
        <source>This time zone is not known here. Use a name like Europe/Berlin.</source>
        <translation>Diese Zeitzone ist hier nicht bekannt. Nehmen Sie einen Namen wie Europe/Berlin.</translation>
    </message>
    <message>
        <source>This user is not in the workspace's table. A director adds people with: users set NAME ROLE.</source>
        <translation>Dieser Benutzer steht nicht in der Tabelle der Arbeitsmappe. Ein Direktor fügt Personen hinzu mit: users set NAME ROLE.</translation>
    </message>
    <message>
        <source>This value belongs to the workspace from its first day and cannot be changed.</source>
        <translation>Dieser Wert gehört zur Arbeitsmappe seit ihrem ersten Tag und kann nicht geändert werden.</translation>
    </message>
    <message>
        <source>This value cannot be kept for the workspace. The old one holds.</source>
        <translation>Dieser Wert kann für die Arbeitsmappe nicht behalten werden. Der alte gilt.</translation>
    </message>
    <message>
        <source>This workbook ({title}) belongs to another workspace. Nothing was taken from it.</source>
        <translation>Diese Mappe ({title}) gehört zu einer anderen Arbeitsmappe. Nichts wurde daraus übernommen.</translation>
    </message>
    <message>
        <source>This workbook was not written here, or its hidden sheet is gone. Nothing was taken from it. Write the prices out anew, and edit that file.</source>
        <translation>Diese Mappe wurde nicht hier geschrieben, oder ihr verborgenes Blatt ist weg. Nichts wurde daraus übernommen. Schreiben Sie die Preise neu hinaus, und bearbeiten Sie jene Datei.</translation>
    </message>
    <message>
        <source>This workspace cannot be written: you can look at everything, but not decide. Check the permissions of %1 and its folder, or open another file.</source>
        <translation>Diese Arbeitsmappe kann nicht beschrieben werden: Sie können alles ansehen, aber nichts entscheiden. Prüfen Sie die Rechte von %1 und seinem Ordner, oder öffnen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>This workspace has contents already. Nothing was changed.</source>
        <translation>Diese Arbeitsmappe hat schon einen Inhalt. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>Durch</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>Zeit (UTC)</translation>
    </message>
    <message>
        <source>Time after an approval in which it can be undone.</source>
        <translation>Zeit nach einer Genehmigung, in der sie zurückgenommen werden kann.</translation>
    </message>
    <message>
        <source>Time to answer</source>
        <translation>Antwortzeit</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>Kommt noch</translation>
    </message>
    <message>
        <source>To compare within segments, name their column (--segment). Nothing was analyzed.</source>
        <translation>Um innerhalb von Segmenten zu vergleichen, nennen Sie deren Spalte (--segment). Nichts wurde ausgewertet.</translation>
    </message>
    <message>
        <source>To plan from given figures, {missing} is needed as well.</source>
        <translation>Um mit vorgegebenen Zahlen zu planen, ist auch {missing} nötig.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Gemeldet</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Morgen</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>Morgen früh</translation>
    </message>
    <message>
        <source>Too few units of an arm are in the segments {segments}: their {units} units are in no lift.</source>
        <translation>In den Segmenten {segments} sind zu wenige Einheiten eines Arms: ihre {units} Einheiten stecken in keiner Steigerung.</translation>
    </message>
    <message>
        <source>Too few units of an arm are in the segments {segments}: {units} of all {of} units would be left out. Nothing was compared; take larger segments, or compare without them.</source>
        <translation>In den Segmenten {segments} sind zu wenige Einheiten eines Arms: {units} von {of} Einheiten blieben außen vor. Nichts wurde verglichen; nehmen Sie größere Segmente, oder vergleichen Sie ohne sie.</translation>
    </message>
    <message>
        <source>Too sure</source>
        <translation>Zu sicher</translation>
    </message>
    <message>
        <source>Too wide</source>
        <translation>Zu weit</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauerte</translation>
    </message>
    <message>
        <source>Treatment against control, of the newest look that could say something</source>
        <translation>Neuer Preis gegen Kontrolle, nach der neuesten Auswertung, die etwas sagen konnte</translation>
    </message>
    <message>
        <source>Tried %1 times on %2 weeks of own sales of %3 zones or products: a lift of 5 % is found in %4 % of them, 10 % in %5 %. Without any effect it found one in %6 % [%7 … %8].</source>
        <translation>%1-mal an %2 Wochen eigener Verkäufe von %3 Zonen oder Produkten erprobt: eine Wirkung von 5 % wird in %4 % davon gefunden, 10 % in %5 %. Ohne jede Wirkung fand sie eine in %6 % [%7 … %8].</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Probieren</translation>
    </message>
    <message>
        <source>Try a version beside the champion</source>
        <translation>Version neben dem Champion probieren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Try batch %1 again?</source>
        <translation>Preispaket %1 noch einmal versuchen?</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Probieren</translation>
    </message>
    <message>
        <source>Try it first: what it would change is shown before it is asked.</source>
        <translation>Probieren Sie sie zuerst: was sie ändern würde, wird gezeigt, bevor sie gefragt wird.</translation>
    </message>
    <message>
        <source>Try shows the first rows as they would be read, and why one cannot be. Nothing is kept.</source>
        <translation>Probieren zeigt die ersten Zeilen, wie sie gelesen würden, und warum eine es nicht wird. Nichts wird behalten.</translation>
    </message>
    <message>
        <source>Trying this design on own history …</source>
        <translation>Diese Anlage wird an der eigenen Vergangenheit erprobt …</translation>
    </message>
    <message>
        <source>Trying …</source>
        <translation>Probe läuft …</translation>
    </message>
    <message>
        <source>Trying: %1, %2 %</source>
        <translation>Probe: %1, %2 %</translation>
    </message>
    <message>
        <source>Twice</source>
        <translation>Doppelt</translation>
    </message>
    <message>
        <source>Two rules have the id {rule}. The rules are as they were.</source>
        <translation>Zwei Regeln haben die Kennung {rule}. Die Regeln sind, wie sie waren.</translation>
    </message>
    <message>
        <source>Two weeks</source>
        <translation>Zwei Wochen</translation>
    </message>
    <message>
        <source>Type a price above 0 with at most %1 decimals.</source>
        <translation>Tippen Sie einen Preis über 0 mit höchstens %1 Nachkommastellen.</translation>
    </message>
    <message>
        <source>Type a whole price above 0.</source>
        <translation>Tippen Sie einen ganzen Preis über 0.</translation>
    </message>
    <message>
        <source>Type or paste codes, or find them by name below. CODE=PRICE gives each its own new price.</source>
        <translation>Kürzel eingeben oder einfügen, oder unten nach Namen suchen. KÜRZEL=PREIS gibt jedem seinen eigenen neuen Preis.</translation>
    </message>
    <message>
        <source>Type “%1” or “%2”.</source>
        <translation>Tippen Sie „%1“ oder „%2“.</translation>
    </message>
    <message>
        <source>U  Z  Ctrl+Z</source>
        <translation>U  Z  Strg+Z</translation>
    </message>
    <message>
        <source>U Z</source>
        <translation>U Z</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Uncheck all rows shown</source>
        <translation>Alle gezeigten Zeilen abkreuzen</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Laufend</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Undo %1</source>
        <translation>%1 zurücknehmen</translation>
    </message>
    <message>
        <source>Undo release</source>
        <translation>Auslieferung zurücknehmen</translation>
    </message>
    <message>
        <source>Undo the approval first, then edit the price</source>
        <translation>Nehmen Sie erst die Freigabe zurück, und bearbeiten Sie dann den Preis</translation>
    </message>
    <message>
        <source>Undo the last decision</source>
        <translation>Die letzte Entscheidung zurücknehmen</translation>
    </message>
    <message>
        <source>Undo the release of the batch</source>
        <translation>Die Auslieferung des Preispakets zurücknehmen</translation>
    </message>
    <message>
        <source>Undone: everything is where it was</source>
        <translation>Zurückgenommen: Alles ist, wo es war</translation>
    </message>
    <message>
        <source>Unfold all groups</source>
        <translation>Alle Gruppen aufklappen</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Stück</translation>
    </message>
    <message>
        <source>Units / wk</source>
        <translation>Stück / Wo.</translation>
    </message>
    <message>
        <source>Units a week</source>
        <translation>Stück pro Woche</translation>
    </message>
    <message>
        <source>Units a week against the eight weeks before. A comparison in time, not what the promotion earned: nobody knows what would have been sold without it</source>
        <translation>Stück je Woche gegen die acht Wochen zuvor. Ein Vergleich in der Zeit, nicht der Ertrag der Aktion: niemand weiß, was ohne sie verkauft worden wäre</translation>
    </message>
    <message>
        <source>Units and prices less what everything known beside the price tells of both</source>
        <translation>Mengen und Preise ohne das, was alles sonst Bekannte von beiden sagt</translation>
    </message>
    <message>
        <source>Units and profit by price: arrow keys move the price</source>
        <translation>Stück und Gewinn nach Preis: Pfeiltasten bewegen den Preis</translation>
    </message>
    <message>
        <source>Units high (90 %)</source>
        <translation>Stück hoch (90 %)</translation>
    </message>
    <message>
        <source>Units in stock at the end of that day</source>
        <translation>Bestand am Ende jenes Tages in Stück</translation>
    </message>
    <message>
        <source>Units low (90 %)</source>
        <translation>Stück tief (90 %)</translation>
    </message>
    <message>
        <source>Units of that currency per unit of the base</source>
        <translation>Einheiten jener Währung je Einheit der Basis</translation>
    </message>
    <message>
        <source>Units sold in the period</source>
        <translation>Im Zeitraum verkaufte Stück</translation>
    </message>
    <message>
        <source>Units sold × average price paid, net of VAT, on the days of the period that sales cover</source>
        <translation>Verkaufte Stück × gezahlter Durchschnittspreis, ohne MwSt., an den Tagen des Zeitraums, die Verkäufe abdecken</translation>
    </message>
    <message>
        <source>Units sold × average price paid, net of VAT, over the last seven days that sales cover; other currencies at today's rates.</source>
        <translation>Verkaufte Stück × durchschnittlich gezahlter Preis, ohne Mehrwertsteuer, über die letzten sieben Tage, die die Verkäufe abdecken; andere Währungen zu heutigen Kursen.</translation>
    </message>
    <message>
        <source>Units/wk</source>
        <translation>Stück/Wo.</translation>
    </message>
    <message>
        <source>Units/wk before</source>
        <translation>Stück/Wo. zuvor</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Unlesbar</translation>
    </message>
    <message>
        <source>Until %1. They may approve what you may, but no price that you proposed. ← → change the time, Enter grants it. The journal names you both.</source>
        <translation>Bis %1. Sie dürfen freigeben, was Sie dürfen, aber keinen Preis, den Sie vorgeschlagen haben. ← → ändern die Zeit, Eingabe erteilt sie. Das Journal nennt Sie beide.</translation>
    </message>
    <message>
        <source>Until then a release can be undone; afterwards it can be rolled back.</source>
        <translation>Bis dahin kann eine Auslieferung zurückgenommen werden; danach kann sie zurückgerollt werden.</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>Bis wann</translation>
    </message>
    <message>
        <source>Unusual</source>
        <translation>Ungewöhnlich</translation>
    </message>
    <message>
        <source>Up to %1</source>
        <translation>Bis %1</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 nehmen</translation>
    </message>
    <message>
        <source>VAT class</source>
        <translation>MwSt.-Klasse</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Value at stake</source>
        <translation>Einsatz</translation>
    </message>
    <message>
        <source>Vector picture (*.svg)</source>
        <translation>Vektorbild (*.svg)</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Verify again</source>
        <translation>Noch einmal prüfen</translation>
    </message>
    <message>
        <source>Verify the journal</source>
        <translation>Das Journal prüfen</translation>
    </message>
    <message>
        <source>Verify the whole journal (key V)</source>
        <translation>Das ganze Journal prüfen (Taste V)</translation>
    </message>
    <message>
        <source>Verify what is live</source>
        <translation>Prüfen, was live ist</translation>
    </message>
    <message>
        <source>Verifying was stopped</source>
        <translation>Die Prüfung wurde angehalten</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Versions of the models</source>
        <translation>Versionen der Modelle</translation>
    </message>
    <message>
        <source>Versions; Enter goes back to one</source>
        <translation>Fassungen; Eingabe geht zu einer zurück</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>View: %1</source>
        <translation>Ansicht: %1</translation>
    </message>
    <message>
        <source>Visitors</source>
        <translation>Besucher</translation>
    </message>
    <message>
        <source>Visitors all see the same price in this workspace (setting experiment.visitor-prices). Nothing was started.</source>
        <translation>Besucher sehen in dieser Arbeitsmappe alle denselben Preis (Einstellung experiment.visitor-prices). Nichts wurde begonnen.</translation>
    </message>
    <message>
        <source>Visitors come in steps</source>
        <translation>Besucher kommen in Schritten</translation>
    </message>
    <message>
        <source>Visitors may be shown different prices in a test. Off: consumers all see the same price, and tests are told apart by zones, products or times.</source>
        <translation>Besuchern dürfen in einem Test verschiedene Preise gezeigt werden. Aus: Alle Verbraucher sehen denselben Preis, und Tests unterscheiden nach Zonen, Produkten oder Zeiten.</translation>
    </message>
    <message>
        <source>Visitors of each first</source>
        <translation>Erst Besucher von jedem</translation>
    </message>
    <message>
        <source>Visitors, new price</source>
        <translation>Besucher, neuer Preis</translation>
    </message>
    <message>
        <source>Visitors, old price</source>
        <translation>Besucher, alter Preis</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>WAPE</source>
        <translation>WAPE</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Waiting for approval: signed with the batch. Approved: moved over from the batch that it waits in.</source>
        <translation>Wartet auf Freigabe: mit dem Preispaket gezeichnet. Freigegeben: aus dem Preispaket herübergeholt, in dem es wartet.</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>Watch a competitor's page…</source>
        <translation>Seite eines Wettbewerbers beobachten…</translation>
    </message>
    <message>
        <source>Watch a page</source>
        <translation>Seite beobachten</translation>
    </message>
    <message>
        <source>Watch a page…</source>
        <translation>Seite beobachten…</translation>
    </message>
    <message>
        <source>Watched with each cycle: none has run yet.</source>
        <translation>Wird mit jedem Zyklus beobachtet: noch keiner ist gelaufen.</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Week by week</source>
        <translation>Woche für Woche</translation>
    </message>
    <message>
        <source>Week by week: left and right read it off</source>
        <translation>Woche für Woche: links und rechts lesen ab</translation>
    </message>
    <message>
        <source>Week to</source>
        <translation>Woche bis</translation>
    </message>
    <message>
        <source>Weeks</source>
        <translation>Wochen</translation>
    </message>
    <message>
        <source>Weeks of products that the forecast had not seen</source>
        <translation>Wochen von Produkten, die die Prognose nicht gesehen hatte</translation>
    </message>
    <message>
        <source>Weeks of products that were read; a sample where there are many</source>
        <translation>Gelesene Wochen von Artikeln; bei vielen eine Stichprobe</translation>
    </message>
    <message>
        <source>Weight of profit %</source>
        <translation>Gewicht des Gewinns %</translation>
    </message>
    <message>
        <source>Weight of profit against revenue where the objective is weighted.</source>
        <translation>Gewicht des Gewinns gegen den Umsatz, wenn das Ziel gewichtet ist.</translation>
    </message>
    <message>
        <source>Weight of profit, %</source>
        <translation>Gewicht des Gewinns, %</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What a gigabyte of watched pages costs us.</source>
        <translation>Was uns ein Gigabyte beobachteter Seiten kostet.</translation>
    </message>
    <message>
        <source>What a look costs us: requests and traffic, as the settings say; at most 0.02</source>
        <translation>Was ein Blick uns kostet: Anfragen und Verkehr, wie die Einstellungen sagen; höchstens 0,02</translation>
    </message>
    <message>
        <source>What a price rests on</source>
        <translation>Worauf ein Preis beruht</translation>
    </message>
    <message>
        <source>What a visitor buys within this time after the first look counts</source>
        <translation>Was ein Besucher in dieser Zeit nach dem ersten Ansehen kauft, zählt</translation>
    </message>
    <message>
        <source>What alerts have found</source>
        <translation>Was Alarme gefunden haben</translation>
    </message>
    <message>
        <source>What all together must reach cannot be reached: {best} is the most there is.</source>
        <translation>Was alle zusammen erreichen müssen, ist nicht zu erreichen: mehr als {best} gibt es nicht.</translation>
    </message>
    <message>
        <source>What an import would do</source>
        <translation>Was ein Import täte</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Was daraus wird</translation>
    </message>
    <message>
        <source>What binds all prices</source>
        <translation>Was alle Preise bindet</translation>
    </message>
    <message>
        <source>What buyers turn to instead is counted with the tested products: a gain that only moved from one to the other is none</source>
        <translation>Was Käufer stattdessen nehmen, wird mit den getesteten Artikeln gezählt: ein Gewinn, der nur vom einen zum anderen wanderte, ist keiner</translation>
    </message>
    <message>
        <source>What came is not signed. Nothing of it was kept.</source>
        <translation>Was kam, ist nicht signiert. Nichts davon wurde behalten.</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>What came was signed {seconds} seconds ago, which is too long. Nothing of it was kept.</source>
        <translation>Was kam, wurde vor {seconds} Sekunden signiert; das ist zu lange her. Nichts davon wurde aufbewahrt.</translation>
    </message>
    <message>
        <source>What came was signed {seconds} seconds in the future: look at this computer's clock. Nothing of it was kept.</source>
        <translation>Was kam, wurde {seconds} Sekunden in der Zukunft signiert: Sehen Sie auf die Uhr dieses Rechners. Nichts davon wurde aufbewahrt.</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich änderte</translation>
    </message>
    <message>
        <source>What changes nothing must be smaller than the least lift to find. Nothing was changed.</source>
        <translation>Was nichts ändert, muss kleiner sein als die kleinste Wirkung, die gefunden werden soll. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>What changing one price costs, in the workspace's currency: a smaller gain leaves it alone.</source>
        <translation>Was die Änderung eines Preises kostet, in der Währung des Arbeitsbereichs: ein kleinerer Gewinn lässt ihn in Ruhe.</translation>
    </message>
    <message>
        <source>What competitors ask</source>
        <translation>Was Wettbewerber verlangen</translation>
    </message>
    <message>
        <source>What delivery adds</source>
        <translation>Was die Lieferung hinzufügt</translation>
    </message>
    <message>
        <source>What each limit costs</source>
        <translation>Was jede Grenze kostet</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Wofür</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>What happened to the batch</source>
        <translation>Was mit dem Preispaket geschah</translation>
    </message>
    <message>
        <source>What happened to this decision</source>
        <translation>Was mit dieser Entscheidung geschah</translation>
    </message>
    <message>
        <source>What happened to this one</source>
        <translation>Was mit dieser geschah</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre wenn</translation>
    </message>
    <message>
        <source>What if %1 cost %2?</source>
        <translation>Was, wenn %1 %2 kostete?</translation>
    </message>
    <message>
        <source>What if %1 cost something else?</source>
        <translation>Was, wenn %1 etwas anderes kostete?</translation>
    </message>
    <message>
        <source>What is in the file? Say --kind products, costs, stock, sales, promotions, offers, prices or fx, or name a mapping.</source>
        <translation>Was steht in der Datei? Sagen Sie --kind products, costs, stock, sales, promotions, offers, prices oder fx, oder nennen Sie eine Zuordnung.</translation>
    </message>
    <message>
        <source>What is maximized: profit, revenue or weighted.</source>
        <translation>Was maximiert wird: profit (Gewinn), revenue (Umsatz) oder weighted (gewichtet).</translation>
    </message>
    <message>
        <source>What is planned</source>
        <translation>Was geplant ist</translation>
    </message>
    <message>
        <source>What is told apart by its price, and how many have the old + the new one</source>
        <translation>Was sich durch den Preis unterscheidet, und wie viele den alten + den neuen haben</translation>
    </message>
    <message>
        <source>What it comes to</source>
        <translation>Was daraus folgt</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was sie tut</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>What it is decided by, as registered before its start</source>
        <translation>Wonach entschieden wird, wie vor dem Start festgeschrieben</translation>
    </message>
    <message>
        <source>What makes it stop</source>
        <translation>Was ihn stoppt</translation>
    </message>
    <message>
        <source>What older exchange rates convert is stale; a week bridges weekends and holidays.</source>
        <translation>Was ältere Wechselkurse umrechnen, ist veraltet; eine Woche überbrückt Wochenenden und Feiertage.</translation>
    </message>
    <message>
        <source>What one more of each would bring a week</source>
        <translation>Was eins mehr davon je Woche brächte</translation>
    </message>
    <message>
        <source>What one request of a watched page costs us: traffic, proxies, machines.</source>
        <translation>Was uns eine Anfrage an eine beobachtete Seite kostet: Datenverkehr, Proxys, Rechner.</translation>
    </message>
    <message>
        <source>What people call the product</source>
        <translation>Wie der Artikel genannt wird</translation>
    </message>
    <message>
        <source>What reduction may be announced cannot be told: the prices of the 30 days before are not all known.</source>
        <translation>Welche Senkung angekündigt werden darf, ist nicht zu sagen: die Preise der 30 Tage zuvor sind nicht alle bekannt.</translation>
    </message>
    <message>
        <source>What sales of a listing are worth cannot be told (number {listing}): no exchange rate, or no VAT rate. Nothing was decided.</source>
        <translation>Was die Verkäufe eines Preises wert sind, ist nicht zu sagen (Nummer {listing}): kein Wechselkurs oder kein Steuersatz. Nichts wurde entschieden.</translation>
    </message>
    <message>
        <source>What speaks against it, and what to know</source>
        <translation>Was dagegen spricht, und was man wissen sollte</translation>
    </message>
    <message>
        <source>What speaks for it, and against</source>
        <translation>Was dafür spricht und was dagegen</translation>
    </message>
    <message>
        <source>What stands on the page</source>
        <translation>Was auf der Seite steht</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>Was dort steht</translation>
    </message>
    <message>
        <source>What the chosen price rests on</source>
        <translation>Worauf der gewählte Preis beruht</translation>
    </message>
    <message>
        <source>What the competitor asks for his own product.</source>
        <translation>Was der Wettbewerber für seinen eigenen Artikel verlangt.</translation>
    </message>
    <message>
        <source>What the competitor calls the product</source>
        <translation>Wie der Wettbewerber den Artikel nennt</translation>
    </message>
    <message>
        <source>What the draft would change</source>
        <translation>Was der Entwurf ändern würde</translation>
    </message>
    <message>
        <source>What the entry says</source>
        <translation>Was der Eintrag sagt</translation>
    </message>
    <message>
        <source>What the gateway sent cannot be understood ({why}). Nothing of it was kept.</source>
        <translation>Was der Zahlungsdienst geschickt hat, ist nicht zu verstehen ({why}). Nichts davon wurde aufbewahrt.</translation>
    </message>
    <message>
        <source>What the new costs add a week, at the units of the last four weeks</source>
        <translation>Was die neuen Kosten pro Woche ausmachen, bei den Stückzahlen der letzten vier Wochen</translation>
    </message>
    <message>
        <source>What the new price would have earned more in all zones</source>
        <translation>Was der neue Preis in allen Zonen mehr eingebracht hätte</translation>
    </message>
    <message>
        <source>What the new prices bring more in all zones, as found</source>
        <translation>Was die neuen Preise in allen Zonen mehr bringen, wie gefunden</translation>
    </message>
    <message>
        <source>What the recipe reads</source>
        <translation>Was das Rezept liest</translation>
    </message>
    <message>
        <source>What the scenario asks</source>
        <translation>Was das Szenario fragt</translation>
    </message>
    <message>
        <source>What they say, and where</source>
        <translation>Was sie sagen, und wo</translation>
    </message>
    <message>
        <source>What this alert remembers is damaged ({field}). Switch it off and on again to begin anew.</source>
        <translation>Was dieser Alarm sich merkt, ist beschädigt ({field}). Schalten Sie ihn aus und wieder ein, um von vorn zu beginnen.</translation>
    </message>
    <message>
        <source>What to know</source>
        <translation>Was zu wissen ist</translation>
    </message>
    <message>
        <source>What trust in it rests on</source>
        <translation>Worauf das Vertrauen in ihn beruht</translation>
    </message>
    <message>
        <source>What was asked, frozen before the first price changed: SHA-256 %1</source>
        <translation>Was gefragt wurde, eingefroren vor der ersten Preisänderung: SHA-256 %1</translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation>Was entschieden wurde</translation>
    </message>
    <message>
        <source>What was earned</source>
        <translation>Was verdient wurde</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>What was registered cannot be changed: only drafts can</source>
        <translation>Was festgeschrieben ist, kann nicht geändert werden: nur Entwürfe können es</translation>
    </message>
    <message>
        <source>What was rejected, expired, superseded or published stands here, with who and why.</source>
        <translation>Was abgelehnt, abgelaufen, überholt oder veröffentlicht ist, steht hier, mit wem und warum.</translation>
    </message>
    <message>
        <source>What would a plain regression claim of prices, and how far would it mislead? R reads it.</source>
        <translation>Was würde eine einfache Regression von den Preisen behaupten, und wie weit würde sie irren? R liest es.</translation>
    </message>
    <message>
        <source>What you approve travels together: it waits here for its release, can be undone until then and rolled back afterwards. N makes one with a day and a name of its own.</source>
        <translation>Was Sie freigeben, reist zusammen: Es wartet hier auf seine Auslieferung, kann bis dahin zurückgenommen und danach zurückgerollt werden. N bildet eines mit eigenem Tag und Namen.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>When cycles run by themselves while the program is open, by this computer's clock: 06:30, or mon-fri 06:30 14:00; empty: never.</source>
        <translation>Wann Zyklen von selbst laufen, solange das Programm offen ist, nach der Uhr dieses Rechners: 06:30, oder mon-fri 06:30 14:00; leer: nie.</translation>
    </message>
    <message>
        <source>When it is judged next</source>
        <translation>Wann er das nächste Mal beurteilt wird</translation>
    </message>
    <message>
        <source>When it is read by itself</source>
        <translation>Wann er von selbst gelesen wird</translation>
    </message>
    <message>
        <source>When it was seen: a day or a time</source>
        <translation>Wann es gesehen wurde: ein Tag oder eine Zeit</translation>
    </message>
    <message>
        <source>When shall “%1” go out?</source>
        <translation>Wann soll „%1“ hinausgehen?</translation>
    </message>
    <message>
        <source>When the new state was first seen</source>
        <translation>Wann der neue Stand zuerst gesehen wurde</translation>
    </message>
    <message>
        <source>When: %1</source>
        <translation>Wann: %1</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Where Stripe answers.</source>
        <translation>Wo Stripe antwortet.</translation>
    </message>
    <message>
        <source>Where notices that name no address are posted to, https only; signed with secret set webhook.HOST.</source>
        <translation>Wohin Mitteilungen ohne Adresse gesendet werden, nur https; signiert mit secret set webhook.HOST.</translation>
    </message>
    <message>
        <source>Where on the page</source>
        <translation>Wo auf der Seite</translation>
    </message>
    <message>
        <source>Where price files are written; empty: beside the workspace file.</source>
        <translation>Wohin Preisdateien geschrieben werden; leer: neben die Datei des Arbeitsbereichs.</translation>
    </message>
    <message>
        <source>Where the observation comes from: its freshness limit and terms are kept there</source>
        <translation>Woher die Beobachtung stammt: Dort stehen Frischegrenze und Bedingungen</translation>
    </message>
    <message>
        <source>Where the owner of a watched site finds out who we are: an address of a page or for mail, sent with each request.</source>
        <translation>Wo der Betreiber einer beobachteten Website erfährt, wer wir sind: die Adresse einer Seite oder für E-Mail, mit jeder Anfrage gesendet.</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Wohin</translation>
    </message>
    <message>
        <source>Where to?</source>
        <translation>Wohin?</translation>
    </message>
    <message>
        <source>Whether another program looks at this workspace's market cannot be told, since {file} cannot be locked: {reason}. Nothing was asked, and nothing changed; see to that file or its folder, then run it again.</source>
        <translation>Ob ein anderes Programm gerade den Markt dieses Arbeitsbereichs ansieht, lässt sich nicht sagen, weil {file} nicht gesperrt werden kann: {reason}. Nichts wurde abgefragt und nichts geändert; bringen Sie diese Datei oder ihren Ordner in Ordnung, und starten Sie erneut.</translation>
    </message>
    <message>
        <source>Whether customers can stock up on it</source>
        <translation>Ob Kunden sich damit bevorraten können</translation>
    </message>
    <message>
        <source>Whether it could be bought</source>
        <translation>Ob es käuflich war</translation>
    </message>
    <message>
        <source>Whether the arms are as large as planned; the p holds however often it is looked at. Below 0.001 the test is stopped: nothing of it is to be believed.</source>
        <translation>Ob die Arme so groß sind wie geplant; das p gilt, wie oft es auch angesehen wird. Unter 0,001 wird der Test angehalten: nichts davon ist zu glauben.</translation>
    </message>
    <message>
        <source>Whether visitors were drawn with the odds that were kept for each; the p holds however often it is looked at. Below 0.001 the test is stopped: nothing of it is to be believed.</source>
        <translation>Ob die Besucher mit den Wahrscheinlichkeiten gezogen wurden, die für jeden festgehalten sind; das p gilt, wie oft es auch angesehen wird. Unter 0,001 wird der Test angehalten: nichts davon ist zu glauben.</translation>
    </message>
    <message>
        <source>Which days?</source>
        <translation>Welche Tage?</translation>
    </message>
    <message>
        <source>Which decisions? Name them (ID or SKU@ZONE), or say --all, or --only REASON.</source>
        <translation>Welche Entscheidungen? Nennen Sie sie (ID oder SKU@ZONE), oder sagen Sie --all oder --only REASON.</translation>
    </message>
    <message>
        <source>Which design fits is told once products are named.</source>
        <translation>Welche Anlage passt, steht hier, sobald Produkte genannt sind.</translation>
    </message>
    <message>
        <source>Which page? Say monitor add SKU[@ZONE] URL, or --file PAGES.csv.</source>
        <translation>Welche Seite? Schreiben Sie monitor add SKU[@ZONE] URL oder --file SEITEN.csv.</translation>
    </message>
    <message>
        <source>Which prices</source>
        <translation>Welche Preise</translation>
    </message>
    <message>
        <source>Which products? Type or paste their codes, or find them by name.</source>
        <translation>Welche Artikel? Tippen oder fügen Sie ihre Nummern ein, oder suchen Sie sie nach Namen.</translation>
    </message>
    <message>
        <source>Which products? Type or paste their codes.</source>
        <translation>Welche Produkte? Codes eintippen oder einfügen.</translation>
    </message>
    <message>
        <source>Which value of {column} is the treatment? There are: {found}. Nothing was analyzed; say it (--treated COLUMN=VALUE).</source>
        <translation>Welcher Wert von {column} ist die Behandlung? Es gibt: {found}. Nichts wurde ausgewertet; sagen Sie es (--treated COLUMN=VALUE).</translation>
    </message>
    <message>
        <source>Which workspace? Name it with --workspace FILE, or set PRICEWRIGHT_WORKSPACE.</source>
        <translation>Welche Arbeitsmappe? Nennen Sie sie mit --workspace FILE, oder setzen Sie PRICEWRIGHT_WORKSPACE.</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Who asks this price</source>
        <translation>Wer diesen Preis verlangt</translation>
    </message>
    <message>
        <source>Who decides in my stead</source>
        <translation>Wer an meiner Stelle entscheidet</translation>
    </message>
    <message>
        <source>Who decides in my stead?</source>
        <translation>Wer entscheidet an meiner Stelle?</translation>
    </message>
    <message>
        <source>Who gets the notices that name nobody; several are separated by commas.</source>
        <translation>Wer Mitteilungen ohne Empfänger bekommt; mehrere durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Who has been dealt out keeps the price he saw first</source>
        <translation>Wer zugeteilt ist, behält den Preis, den er zuerst sah</translation>
    </message>
    <message>
        <source>Who has read the site's terms of use, and what they allow</source>
        <translation>Wer die Nutzungsbedingungen der Website gelesen hat, und was sie erlauben</translation>
    </message>
    <message>
        <source>Who keeps what was promised</source>
        <translation>Wer hält, was versprochen war</translation>
    </message>
    <message>
        <source>Who logs in to it; empty: nobody does. The password is kept outside: secret set smtp.HOST.</source>
        <translation>Wer sich dort anmeldet; leer: niemand. Das Passwort liegt außerhalb: secret set smtp.HOST.</translation>
    </message>
    <message>
        <source>Who looks: the shop asks for each visitor’s arm</source>
        <translation>Wer schaut: der Shop fragt nach dem Arm jedes Besuchers</translation>
    </message>
    <message>
        <source>Who or what</source>
        <translation>Wer oder was</translation>
    </message>
    <message>
        <source>Who proposed or edited a price cannot approve it. Ask somebody else. Where one person works alone, a director can allow it in Settings: the audit then says so.</source>
        <translation>Wer einen Preis vorgeschlagen oder geändert hat, kann ihn nicht freigeben. Bitten Sie jemand anderen. Wo eine Person allein arbeitet, kann ein Direktor es in den Einstellungen erlauben: Die Prüfspur sagt es dann.</translation>
    </message>
    <message>
        <source>Who, and for which decision</source>
        <translation>Wer, und für welche Entscheidung</translation>
    </message>
    <message>
        <source>Who: %1</source>
        <translation>Wer: %1</translation>
    </message>
    <message>
        <source>Whose visits</source>
        <translation>Wessen Besuche</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Why %1</source>
        <translation>Warum %1</translation>
    </message>
    <message>
        <source>Why a human</source>
        <translation>Warum ein Mensch</translation>
    </message>
    <message>
        <source>Why is it rejected?</source>
        <translation>Warum wird es abgelehnt?</translation>
    </message>
    <message>
        <source>Why it changed</source>
        <translation>Warum es sich änderte</translation>
    </message>
    <message>
        <source>Why it changed: up and down read it off</source>
        <translation>Warum es sich änderte: auf und ab lesen ab</translation>
    </message>
    <message>
        <source>Why profit changed</source>
        <translation>Warum sich der Gewinn änderte</translation>
    </message>
    <message>
        <source>Why profit of %1 changed</source>
        <translation>Warum sich der Gewinn von %1 änderte</translation>
    </message>
    <message>
        <source>Why revenue changed</source>
        <translation>Warum sich der Umsatz änderte</translation>
    </message>
    <message>
        <source>Why revenue of %1 changed</source>
        <translation>Warum sich der Umsatz von %1 änderte</translation>
    </message>
    <message>
        <source>Why the rules are changed</source>
        <translation>Warum die Regeln geändert werden</translation>
    </message>
    <message>
        <source>Why this price</source>
        <translation>Warum dieser Preis</translation>
    </message>
    <message>
        <source>Why, or from where</source>
        <translation>Warum, oder woher</translation>
    </message>
    <message>
        <source>Why: kept with the version</source>
        <translation>Warum: bei der Fassung aufbewahrt</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>With 95 % confidence at least so many lie in the predicted interval: 75 earn a band, 65 keep it</source>
        <translation>Mit 95 % Sicherheit liegen mindestens so viele im vorhergesagten Intervall: 75 verdienen ein Band, 65 behalten es</translation>
    </message>
    <message>
        <source>With 95 % confidence at least so many went the right way: 65 earn a band, 50 keep it</source>
        <translation>Mit 95 % Sicherheit gingen mindestens so viele in die richtige Richtung: 65 verdienen ein Band, 50 behalten es</translation>
    </message>
    <message>
        <source>With a new price that is being tried</source>
        <translation>Mit einem neuen Preis, der ausprobiert wird</translation>
    </message>
    <message>
        <source>With margin_percent, instead of amount: the price the margin refers to</source>
        <translation>Mit margin_percent, statt amount: der Preis, auf den sich die Marge bezieht</translation>
    </message>
    <message>
        <source>With so few zones all of them switch together, and in {blocks} blocks chance cannot be told from an effect: {needed} are needed. Nothing was started; let it run for {days} days at most (longest_days), or longer.</source>
        <translation>Bei so wenigen Zonen wechseln alle gemeinsam, und in {blocks} Blöcken ist Zufall nicht von einer Wirkung zu unterscheiden: {needed} sind nötig. Nichts wurde gestartet; den Test höchstens {days} Tage (longest_days) laufen lassen, oder länger.</translation>
    </message>
    <message>
        <source>With this recipe</source>
        <translation>Mit diesem Rezept</translation>
    </message>
    <message>
        <source>With what probability each arm would have been drawn cannot be told for line {row}: those of all arms must add up to 1. Have the log tell each arm's own in a column p_ARM. Nothing was analyzed.</source>
        <translation>Mit welcher Wahrscheinlichkeit jeder Arm gezogen worden wäre, ist für Zeile {row} nicht zu erkennen: Die aller Arme müssen zusammen 1 ergeben. Lassen Sie das Protokoll die jedes Arms in einer Spalte p_ARM nennen. Es wurde nichts ausgewertet.</translation>
    </message>
    <message>
        <source>Within days</source>
        <translation>Binnen Tagen</translation>
    </message>
    <message>
        <source>Within the limits</source>
        <translation>Innerhalb der Grenzen</translation>
    </message>
    <message>
        <source>Without a decidable competitor reference every change asks a human; off: only price rises do.</source>
        <translation>Ohne entscheidbaren Wettbewerbsbezug fragt jede Änderung einen Menschen; aus: nur Erhöhungen.</translation>
    </message>
    <message>
        <source>Without a positive cost there is no margin. The price holds.</source>
        <translation>Ohne positive Kosten gibt es keine Marge. Der Preis bleibt.</translation>
    </message>
    <message>
        <source>Without a price</source>
        <translation>Ohne Preis</translation>
    </message>
    <message>
        <source>Without a price it waits: import one, or type it here.</source>
        <translation>Ohne Preis wartet es: einen importieren oder hier eintippen.</translation>
    </message>
    <message>
        <source>Without news of orders or payments for longer, they are late.</source>
        <translation>Ohne Nachricht von Bestellungen oder Zahlungen für längere Zeit sind sie verspätet.</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsmappe</translation>
    </message>
    <message>
        <source>Workspace: %1</source>
        <translation>Arbeitsmappe: %1</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Write again</source>
        <translation>Neu schreiben</translation>
    </message>
    <message>
        <source>Write files again</source>
        <translation>Dateien neu schreiben</translation>
    </message>
    <message>
        <source>Write hours as 06:00-22:00, or leave them empty: always.</source>
        <translation>Schreiben Sie Stunden als 06:00-22:00, oder lassen Sie sie leer: immer.</translation>
    </message>
    <message>
        <source>Write https:// before an address, or a folder with its whole path.</source>
        <translation>Schreiben Sie https:// vor eine Adresse, oder einen Ordner mit seinem ganzen Pfad.</translation>
    </message>
    <message>
        <source>Write the files of %1 again?</source>
        <translation>Die Dateien von %1 neu schreiben?</translation>
    </message>
    <message>
        <source>Write the journal out</source>
        <translation>Das Journal hinausschreiben</translation>
    </message>
    <message>
        <source>Write the new price here; leave it empty where nothing changes. The gray columns are locked: rows are found again by SKU and zone, so sorting and filtering are welcome.</source>
        <translation>Schreiben Sie den neuen Preis hierher; lassen Sie ihn leer, wo sich nichts ändert. Die grauen Spalten sind gesperrt: Zeilen werden nach Artikelnummer und Zone wiedergefunden, Sortieren und Filtern ist also willkommen.</translation>
    </message>
    <message>
        <source>Write the price files again</source>
        <translation>Die Preisdateien neu schreiben</translation>
    </message>
    <message>
        <source>Write the table out</source>
        <translation>Die Tabelle hinausschreiben</translation>
    </message>
    <message>
        <source>Writing the journal out …</source>
        <translation>Das Journal wird hinausgeschrieben …</translation>
    </message>
    <message>
        <source>X takes a price out, back to Approvals</source>
        <translation>X nimmt einen Preis heraus, zurück zu den Freigaben</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Year to date</source>
        <translation>Laufendes Jahr</translation>
    </message>
    <message>
        <source>Yours to decide: without a decision, %1 decides all zones again in %2.</source>
        <translation>Sie entscheiden: Ohne Entscheidung entscheidet in %2 wieder %1 alle Zonen.</translation>
    </message>
    <message>
        <source>Yours to decide: without a decision, prices go back in %1.</source>
        <translation>Sie entscheiden: Ohne Entscheidung gehen die Preise in %1 zurück.</translation>
    </message>
    <message>
        <source>Z, Ctrl+Z</source>
        <translation>Z, Strg+Z</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>Zone %1</source>
        <translation>Zone %1</translation>
    </message>
    <message>
        <source>Zone %1 changed · U takes back</source>
        <translation>Zone %1 geändert · U nimmt zurück</translation>
    </message>
    <message>
        <source>Zone %1 is there</source>
        <translation>Zone %1 ist angelegt</translation>
    </message>
    <message>
        <source>Zone: %1</source>
        <translation>Zone: %1</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>Zonen</translation>
    </message>
    <message>
        <source>Zones, blocks, products or visitors in both arms together</source>
        <translation>Zonen, Blöcke, Artikel oder Besucher in beiden Armen zusammen</translation>
    </message>
    <message>
        <source>a GTIN whose digits or check digit are wrong</source>
        <translation>eine GTIN, deren Ziffern oder Prüfziffer falsch sind</translation>
    </message>
    <message>
        <source>a PDF, which is not read</source>
        <translation>ein PDF, das nicht gelesen wird</translation>
    </message>
    <message>
        <source>a broken row</source>
        <translation>eine kaputte Zeile</translation>
    </message>
    <message>
        <source>a bundle</source>
        <translation>ein Bündel</translation>
    </message>
    <message>
        <source>a cancelled invoice</source>
        <translation>eine stornierte Rechnung</translation>
    </message>
    <message>
        <source>a captcha or block page</source>
        <translation>eine Captcha- oder Sperrseite</translation>
    </message>
    <message>
        <source>a category’s products, a product in the catalogue, a test on Experiments</source>
        <translation>Artikel einer Kategorie, Artikel im Sortiment, Test unter Preistests</translation>
    </message>
    <message>
        <source>a change pays</source>
        <translation>eine Änderung lohnt sich</translation>
    </message>
    <message>
        <source>a change: to the allowed price nearest to what a pricing rule asks for</source>
        <translation>eine Änderung: zum erlaubten Preis, der dem einer Preisregel am nächsten ist</translation>
    </message>
    <message>
        <source>a change: to what rules come to that stand in for a model</source>
        <translation>Änderung: auf das, worauf Regeln kommen, die für ein Modell einspringen</translation>
    </message>
    <message>
        <source>a change: today's price lies outside the limits</source>
        <translation>eine Änderung: Der heutige Preis liegt außerhalb der Grenzen</translation>
    </message>
    <message>
        <source>a chart as picture or table; Ctrl+Shift+C copies its picture</source>
        <translation>ein Diagramm als Bild oder Tabelle; Strg+Umschalt+C kopiert sein Bild</translation>
    </message>
    <message>
        <source>a cloud's own service</source>
        <translation>der eigene Dienst einer Cloud</translation>
    </message>
    <message>
        <source>a code that a spreadsheet turned into a number such as 4.0E+12, its digits lost</source>
        <translation>ein Kürzel, aus dem eine Tabellenkalkulation eine Zahl wie 4.0E+12 gemacht hat, dessen Ziffern verloren sind</translation>
    </message>
    <message>
        <source>a code that is empty or has control characters</source>
        <translation>ein Kürzel, das leer ist oder Steuerzeichen enthält</translation>
    </message>
    <message>
        <source>a code that is no product</source>
        <translation>ein Kürzel, das kein Artikel ist</translation>
    </message>
    <message>
        <source>a column that is needed is missing</source>
        <translation>eine nötige Spalte fehlt</translation>
    </message>
    <message>
        <source>a column that is no currency; it was left out</source>
        <translation>eine Spalte, die keine Währung ist; sie blieb außen vor</translation>
    </message>
    <message>
        <source>a competitor drops</source>
        <translation>ein Wettbewerber senkt</translation>
    </message>
    <message>
        <source>a competitor drops by %1 % within %2 days</source>
        <translation>ein Wettbewerber senkt um %1 % binnen %2 Tagen</translation>
    </message>
    <message>
        <source>a competitor is %1 % below us</source>
        <translation>ein Wettbewerber liegt %1 % unter uns</translation>
    </message>
    <message>
        <source>a competitor rises</source>
        <translation>ein Wettbewerber erhöht</translation>
    </message>
    <message>
        <source>a competitor rises by %1 % within %2 days</source>
        <translation>ein Wettbewerber erhöht um %1 % binnen %2 Tagen</translation>
    </message>
    <message>
        <source>a cost that is not positive</source>
        <translation>Kosten, die nicht positiv sind</translation>
    </message>
    <message>
        <source>a cycle had to do without the challenger</source>
        <translation>ein Zyklus musste ohne den Herausforderer auskommen</translation>
    </message>
    <message>
        <source>a day in the future</source>
        <translation>ein Tag in der Zukunft</translation>
    </message>
    <message>
        <source>a day that cannot be meant</source>
        <translation>ein Tag, der nicht gemeint sein kann</translation>
    </message>
    <message>
        <source>a dot or a comma is wanted</source>
        <translation>ein Punkt oder ein Komma ist verlangt</translation>
    </message>
    <message>
        <source>a draft: nothing of it is in force</source>
        <translation>ein Entwurf: Nichts davon gilt</translation>
    </message>
    <message>
        <source>a feed moved by a factor</source>
        <translation>ein Datenstrom verschob sich um einen Faktor</translation>
    </message>
    <message>
        <source>a field is too long</source>
        <translation>ein Feld ist zu lang</translation>
    </message>
    <message>
        <source>a file of orders taken back</source>
        <translation>eine Datei mit Bestellungen zurückgenommen</translation>
    </message>
    <message>
        <source>a floor above its ceiling</source>
        <translation>eine Untergrenze über ihrer Obergrenze</translation>
    </message>
    <message>
        <source>a fraction of the smallest unit</source>
        <translation>ein Bruchteil der kleinsten Einheit</translation>
    </message>
    <message>
        <source>a guard was crossed</source>
        <translation>eine Schutzgröße wurde verletzt</translation>
    </message>
    <message>
        <source>a historical average stands in</source>
        <translation>ein historischer Durchschnitt springt ein</translation>
    </message>
    <message>
        <source>a human decides</source>
        <translation>ein Mensch entscheidet</translation>
    </message>
    <message>
        <source>a journal that differs from its signed head accepted</source>
        <translation>ein Journal angenommen, das von seinem signierten Kopf abweicht</translation>
    </message>
    <message>
        <source>a large change</source>
        <translation>eine große Änderung</translation>
    </message>
    <message>
        <source>a large median change</source>
        <translation>eine große Änderung des Medians</translation>
    </message>
    <message>
        <source>a later price is in force</source>
        <translation>ein späterer Preis gilt</translation>
    </message>
    <message>
        <source>a limit moved the price</source>
        <translation>eine Grenze hat den Preis verschoben</translation>
    </message>
    <message>
        <source>a line that is kept already and says something else; take the other file back first</source>
        <translation>eine Zeile, die schon aufbewahrt ist und etwas anderes sagt; nehmen Sie zuerst die andere Datei zurück</translation>
    </message>
    <message>
        <source>a line that is too long</source>
        <translation>eine Zeile, die zu lang ist</translation>
    </message>
    <message>
        <source>a local link</source>
        <translation>eine lokale Direktverbindung</translation>
    </message>
    <message>
        <source>a local name</source>
        <translation>ein lokaler Name</translation>
    </message>
    <message>
        <source>a local network</source>
        <translation>ein lokales Netz</translation>
    </message>
    <message>
        <source>a marketplace seller's price, not the shop's</source>
        <translation>der Preis eines Marktplatzanbieters, nicht der des Shops</translation>
    </message>
    <message>
        <source>a negative value</source>
        <translation>ein negativer Wert</translation>
    </message>
    <message>
        <source>a new one</source>
        <translation>eine neue</translation>
    </message>
    <message>
        <source>a new seller</source>
        <translation>neuer Verkäufer</translation>
    </message>
    <message>
        <source>a number that is too large</source>
        <translation>eine Zahl, die zu groß ist</translation>
    </message>
    <message>
        <source>a part of the page was not loaded</source>
        <translation>ein Teil der Seite wurde nicht geladen</translation>
    </message>
    <message>
        <source>a pattern for names is wanted, without folders</source>
        <translation>ein Muster für Namen ist verlangt, ohne Ordner</translation>
    </message>
    <message>
        <source>a period that ends before it begins</source>
        <translation>ein Zeitraum, der endet, bevor er beginnt</translation>
    </message>
    <message>
        <source>a period that overlaps another one of the same product</source>
        <translation>ein Zeitraum, der sich mit einem anderen desselben Artikels überschneidet</translation>
    </message>
    <message>
        <source>a policy is violated</source>
        <translation>eine Richtlinie ist verletzt</translation>
    </message>
    <message>
        <source>a price "from"</source>
        <translation>ein Ab-Preis</translation>
    </message>
    <message>
        <source>a price "from": other variants cost more</source>
        <translation>ein „ab“-Preis: andere Varianten kosten mehr</translation>
    </message>
    <message>
        <source>a price alike</source>
        <translation>ein ähnlicher Preis</translation>
    </message>
    <message>
        <source>a price before one that was published already</source>
        <translation>ein Preis vor einem schon veröffentlichten</translation>
    </message>
    <message>
        <source>a price of nothing</source>
        <translation>ein Preis von null</translation>
    </message>
    <message>
        <source>a price per unit</source>
        <translation>ein Grundpreis</translation>
    </message>
    <message>
        <source>a price test runs here, or has just ended</source>
        <translation>hier läuft ein Preistest, oder er ist eben zu Ende gegangen</translation>
    </message>
    <message>
        <source>a price that is not positive</source>
        <translation>ein Preis, der nicht positiv ist</translation>
    </message>
    <message>
        <source>a price was refused</source>
        <translation>ein Preis wurde abgelehnt</translation>
    </message>
    <message>
        <source>a price was replaced</source>
        <translation>ein Preis wurde ersetzt</translation>
    </message>
    <message>
        <source>a pricing rule holds the price</source>
        <translation>eine Preisregel hält den Preis</translation>
    </message>
    <message>
        <source>a pricing rule sets the price</source>
        <translation>eine Preisregel setzt den Preis</translation>
    </message>
    <message>
        <source>a private network</source>
        <translation>ein privates Netz</translation>
    </message>
    <message>
        <source>a promotion runs</source>
        <translation>eine Aktion läuft</translation>
    </message>
    <message>
        <source>a provider's own network</source>
        <translation>das eigene Netz eines Providers</translation>
    </message>
    <message>
        <source>a quantity is a number, as quantity:10 or quantity:10-49</source>
        <translation>eine Menge ist eine Zahl, wie quantity:10 oder quantity:10-49</translation>
    </message>
    <message>
        <source>a quantity that is not positive</source>
        <translation>eine Menge, die nicht positiv ist</translation>
    </message>
    <message>
        <source>a quotation mark in the wrong place</source>
        <translation>ein Anführungszeichen am falschen Platz</translation>
    </message>
    <message>
        <source>a quotation mark that is never closed</source>
        <translation>ein Anführungszeichen, das nie schließt</translation>
    </message>
    <message>
        <source>a refund that is kept already and says something else</source>
        <translation>eine Erstattung, die schon aufbewahrt ist und etwas anderes sagt</translation>
    </message>
    <message>
        <source>a refund that nothing tells from another: it needs a number of its own</source>
        <translation>eine Erstattung, die nichts von einer anderen unterscheidet: sie braucht eine eigene Nummer</translation>
    </message>
    <message>
        <source>a refund, which the gateway tells</source>
        <translation>eine Erstattung, die der Zahlungsdienst meldet</translation>
    </message>
    <message>
        <source>a required value is missing</source>
        <translation>ein erforderlicher Wert fehlt</translation>
    </message>
    <message>
        <source>a share of the change</source>
        <translation>ein Anteil der Änderung</translation>
    </message>
    <message>
        <source>a share outside 0 to 1</source>
        <translation>ein Anteil außerhalb von 0 bis 1</translation>
    </message>
    <message>
        <source>a site fetched by browser can have no proxy of its own</source>
        <translation>eine Website, die der Browser abruft, kann keinen eigenen Proxy haben</translation>
    </message>
    <message>
        <source>a source is silent</source>
        <translation>eine Quelle schweigt</translation>
    </message>
    <message>
        <source>a source is silent for %1 hours more than it may</source>
        <translation>eine Quelle schweigt %1 Stunden länger als erlaubt</translation>
    </message>
    <message>
        <source>a spreadsheet's day numbers</source>
        <translation>Tageszahlen einer Tabellenkalkulation</translation>
    </message>
    <message>
        <source>a spreadsheet's day numbers, read with --date-format excel</source>
        <translation>Tageszahlen einer Tabellenkalkulation, gelesen mit --date-format excel</translation>
    </message>
    <message>
        <source>a spreadsheet's day numbers: choose that under Days</source>
        <translation>Tageszahlen einer Tabellenkalkulation: unter Tage wählen</translation>
    </message>
    <message>
        <source>a spreadsheet's number instead of a day</source>
        <translation>die Zahl einer Tabellenkalkulation statt eines Tages</translation>
    </message>
    <message>
        <source>a tenth, ten or a hundred times the price before</source>
        <translation>ein Zehntel, das Zehn- oder Hundertfache des Preises zuvor</translation>
    </message>
    <message>
        <source>a test pays</source>
        <translation>ein Test lohnt sich</translation>
    </message>
    <message>
        <source>a test would cost more than it brings</source>
        <translation>ein Test würde mehr kosten, als er bringt</translation>
    </message>
    <message>
        <source>a text is wanted</source>
        <translation>ein Text ist verlangt</translation>
    </message>
    <message>
        <source>a text that is too long</source>
        <translation>ein Text, der zu lang ist</translation>
    </message>
    <message>
        <source>a unit no longer has the new price</source>
        <translation>eine Einheit hat den neuen Preis nicht mehr</translation>
    </message>
    <message>
        <source>a unit that keeps its price got another one</source>
        <translation>eine Einheit, die ihren Preis behält, bekam einen anderen</translation>
    </message>
    <message>
        <source>a week</source>
        <translation>eine Woche</translation>
    </message>
    <message>
        <source>a week %1 … %2</source>
        <translation>je Woche %1 … %2</translation>
    </message>
    <message>
        <source>a whole number is wanted</source>
        <translation>eine ganze Zahl ist verlangt</translation>
    </message>
    <message>
        <source>a word that is none of those allowed</source>
        <translation>ein Wort, das keines der erlaubten ist</translation>
    </message>
    <message>
        <source>a zero byte in the text</source>
        <translation>ein Nullbyte im Text</translation>
    </message>
    <message>
        <source>absolute bounds</source>
        <translation>feste Grenzen</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>acted on</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>add</source>
        <translation>hinzufügen</translation>
    </message>
    <message>
        <source>address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>adjusted</source>
        <translation>angepasst</translation>
    </message>
    <message>
        <source>adjusted to the limit</source>
        <translation>an die Grenze angepasst</translation>
    </message>
    <message>
        <source>after %1 of each</source>
        <translation>nach %1 von jedem</translation>
    </message>
    <message>
        <source>after the quiet hours</source>
        <translation>nach den Ruhezeiten</translation>
    </message>
    <message>
        <source>against %1</source>
        <translation>gegen %1</translation>
    </message>
    <message>
        <source>against competitors ≤ %1</source>
        <translation>gegen Wettbewerber ≤ %1</translation>
    </message>
    <message>
        <source>against last year</source>
        <translation>gegen das Vorjahr</translation>
    </message>
    <message>
        <source>against the weeks before</source>
        <translation>gegen die Wochen davor</translation>
    </message>
    <message>
        <source>against the weeks before, or last year</source>
        <translation>gegen die Wochen davor oder das Vorjahr</translation>
    </message>
    <message>
        <source>aim at %1</source>
        <translation>zielt auf %1</translation>
    </message>
    <message>
        <source>alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>alert added</source>
        <translation>Alarm angelegt</translation>
    </message>
    <message>
        <source>alert changed</source>
        <translation>Alarm geändert</translation>
    </message>
    <message>
        <source>alert put back</source>
        <translation>Alarm zurückgeholt</translation>
    </message>
    <message>
        <source>alert removed</source>
        <translation>Alarm entfernt</translation>
    </message>
    <message>
        <source>alert switched on or off</source>
        <translation>Alarm geschaltet</translation>
    </message>
    <message>
        <source>alert waits for a look</source>
        <translation>Alarm wartet auf einen Blick</translation>
    </message>
    <message>
        <source>alerts fired</source>
        <translation>Alarme ausgelöst</translation>
    </message>
    <message>
        <source>alerts marked</source>
        <translation>Alarme markiert</translation>
    </message>
    <message>
        <source>alerts wait for a look</source>
        <translation>Alarme warten auf einen Blick</translation>
    </message>
    <message>
        <source>alerts: a new one; E changes, O switches, Delete removes the one below</source>
        <translation>Alarme: ein neuer; E ändert, O schaltet, Entf entfernt den unteren</translation>
    </message>
    <message>
        <source>alerts: not before tomorrow</source>
        <translation>Alarme: nicht vor morgen</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>all categories</source>
        <translation>alle Kategorien</translation>
    </message>
    <message>
        <source>all channels</source>
        <translation>alle Kanäle</translation>
    </message>
    <message>
        <source>all entries about the same product or row</source>
        <translation>alle Einträge zum selben Artikel oder zur selben Zeile</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>alle Tasten</translation>
    </message>
    <message>
        <source>all of %1</source>
        <translation>alle aus %1</translation>
    </message>
    <message>
        <source>all products</source>
        <translation>alle Artikel</translation>
    </message>
    <message>
        <source>all that sell them</source>
        <translation>alle, die sie verkaufen</translation>
    </message>
    <message>
        <source>all units have their price</source>
        <translation>alle Einheiten haben ihren Preis</translation>
    </message>
    <message>
        <source>all weeks judged</source>
        <translation>alle beurteilten Wochen</translation>
    </message>
    <message>
        <source>all zones</source>
        <translation>alle Zonen</translation>
    </message>
    <message>
        <source>all, or like OJ-*, 4711</source>
        <translation>alle, oder wie OJ-*, 4711</translation>
    </message>
    <message>
        <source>all, or names</source>
        <translation>alle, oder Namen</translation>
    </message>
    <message>
        <source>all; a code stands for its whole category</source>
        <translation>alle; ein Code steht für seine ganze Kategorie</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>always, or 06:00-22:00</source>
        <translation>immer, oder 06:00-22:00</translation>
    </message>
    <message>
        <source>always-valid %1</source>
        <translation>jederzeit gültig %1</translation>
    </message>
    <message>
        <source>an annual cycle; needs 78 weeks of history</source>
        <translation>ein Jahreszyklus; braucht 78 Wochen Geschichte</translation>
    </message>
    <message>
        <source>an anomaly was found</source>
        <translation>eine Auffälligkeit wurde gefunden</translation>
    </message>
    <message>
        <source>an auction's bid, not a price to buy at</source>
        <translation>das Gebot einer Auktion, kein Kaufpreis</translation>
    </message>
    <message>
        <source>an earlier limit is tighter everywhere</source>
        <translation>eine frühere Grenze ist überall enger</translation>
    </message>
    <message>
        <source>an entry does not follow on the one before it</source>
        <translation>ein Eintrag folgt nicht auf den davor</translation>
    </message>
    <message>
        <source>an entry is missing</source>
        <translation>ein Eintrag fehlt</translation>
    </message>
    <message>
        <source>an entry is missing, doubled or out of order</source>
        <translation>ein Eintrag fehlt, ist doppelt oder nicht an seinem Platz</translation>
    </message>
    <message>
        <source>an entry's content was changed</source>
        <translation>der Inhalt eines Eintrags wurde geändert</translation>
    </message>
    <message>
        <source>an impossible pack</source>
        <translation>eine unmögliche Packung</translation>
    </message>
    <message>
        <source>an installed Chromium, where scripts make the page</source>
        <translation>ein installiertes Chromium, wo Skripte die Seite machen</translation>
    </message>
    <message>
        <source>an object is wanted</source>
        <translation>ein Objekt ist verlangt</translation>
    </message>
    <message>
        <source>an object that cannot be understood</source>
        <translation>ein Objekt, das nicht zu verstehen ist</translation>
    </message>
    <message>
        <source>an order with a negative amount</source>
        <translation>eine Bestellung mit negativem Betrag</translation>
    </message>
    <message>
        <source>an unknown channel</source>
        <translation>ein unbekannter Kanal</translation>
    </message>
    <message>
        <source>an unknown competitor</source>
        <translation>ein unbekannter Wettbewerber</translation>
    </message>
    <message>
        <source>an unknown currency</source>
        <translation>eine unbekannte Währung</translation>
    </message>
    <message>
        <source>an unknown price zone</source>
        <translation>eine unbekannte Preiszone</translation>
    </message>
    <message>
        <source>an unknown product</source>
        <translation>ein unbekannter Artikel</translation>
    </message>
    <message>
        <source>an unknown source</source>
        <translation>eine unbekannte Quelle</translation>
    </message>
    <message numerus="yes">
        <source>and %n more of these</source>
        <translation>
            <numerusform>und %n weiterer davon</numerusform>
            <numerusform>und %n weitere davon</numerusform>
        </translation>
    </message>
    <message>
        <source>anomaly</source>
        <translation>Auffälligkeit</translation>
    </message>
    <message>
        <source>another GTIN</source>
        <translation>andere GTIN</translation>
    </message>
    <message>
        <source>another account of the gateway; what was kept stays, apart</source>
        <translation>ein anderes Konto des Zahlungsdienstes; was da war, bleibt, für sich</translation>
    </message>
    <message>
        <source>another account's key</source>
        <translation>Schlüssel eines anderen Kontos</translation>
    </message>
    <message>
        <source>another brand</source>
        <translation>andere Marke</translation>
    </message>
    <message>
        <source>another content</source>
        <translation>anderer Inhalt</translation>
    </message>
    <message>
        <source>another currency</source>
        <translation>andere Währung</translation>
    </message>
    <message>
        <source>another currency than before</source>
        <translation>eine andere Währung als zuvor</translation>
    </message>
    <message>
        <source>another currency than the row's or the price zone's</source>
        <translation>eine andere Währung als die der Zeile oder der Preiszone</translation>
    </message>
    <message>
        <source>another model</source>
        <translation>anderes Modell</translation>
    </message>
    <message>
        <source>another number in the title</source>
        <translation>andere Zahl im Titel</translation>
    </message>
    <message>
        <source>another number of packs</source>
        <translation>andere Zahl von Packungen</translation>
    </message>
    <message>
        <source>another part number</source>
        <translation>andere Teilenummer</translation>
    </message>
    <message>
        <source>another price took the place of one of its own</source>
        <translation>ein anderer Preis trat an die Stelle eines seiner eigenen</translation>
    </message>
    <message>
        <source>another property</source>
        <translation>andere Eigenschaft</translation>
    </message>
    <message>
        <source>another size</source>
        <translation>andere Größe</translation>
    </message>
    <message>
        <source>another test</source>
        <translation>ein anderer Test</translation>
    </message>
    <message>
        <source>another variant</source>
        <translation>andere Variante</translation>
    </message>
    <message>
        <source>another version has become the champion</source>
        <translation>eine andere Version ist Champion geworden</translation>
    </message>
    <message>
        <source>answer HTTP {status}</source>
        <translation>Antwort HTTP {status}</translation>
    </message>
    <message>
        <source>answered without a price</source>
        <translation>antwortete ohne Preis</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>anywhere: price by one rung</source>
        <translation>überall: Preis um eine Stufe</translation>
    </message>
    <message>
        <source>approval</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>approval or rejection taken back</source>
        <translation>Freigabe oder Ablehnung zurückgenommen</translation>
    </message>
    <message>
        <source>approve the checked rows, else the row in focus</source>
        <translation>die angekreuzten Zeilen freigeben, sonst die Zeile im Fokus</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>freigegeben</translation>
    </message>
    <message>
        <source>approved price waits for its release</source>
        <translation>freigegebener Preis wartet auf seine Auslieferung</translation>
    </message>
    <message>
        <source>approved prices wait for their release</source>
        <translation>freigegebene Preise warten auf ihre Auslieferung</translation>
    </message>
    <message>
        <source>approved, waits for its release</source>
        <translation>freigegeben, wartet auf Auslieferung</translation>
    </message>
    <message>
        <source>arms out of ratio</source>
        <translation>Verhältnis der Arme stimmt nicht</translation>
    </message>
    <message>
        <source>as it should be</source>
        <translation>wie es sein soll</translation>
    </message>
    <message>
        <source>as it stands now</source>
        <translation>wie es jetzt steht</translation>
    </message>
    <message>
        <source>as long as it is true</source>
        <translation>solange es gilt</translation>
    </message>
    <message>
        <source>as many weeks before</source>
        <translation>ebenso viele Wochen davor</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>as people read it</source>
        <translation>wie Menschen es lesen</translation>
    </message>
    <message>
        <source>as promised</source>
        <translation>wie zugesagt</translation>
    </message>
    <message>
        <source>as the short name</source>
        <translation>wie das Kürzel</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>wie das System</translation>
    </message>
    <message>
        <source>asking the challenger</source>
        <translation>der Herausforderer wird gefragt</translation>
    </message>
    <message>
        <source>asking the champion</source>
        <translation>der Champion wird gefragt</translation>
    </message>
    <message>
        <source>asks for the new prices of each block</source>
        <translation>fragt nach den neuen Preisen jedes Blocks</translation>
    </message>
    <message>
        <source>asks for the prices of the first step</source>
        <translation>fragt nach den Preisen der ersten Stufe</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>bei %1</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>mindestens</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>höchstens</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>audit · %1</source>
        <translation>Prüfspur · %1</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>back in the queue</source>
        <translation>wieder in der Warteschlange</translation>
    </message>
    <message>
        <source>back to its default</source>
        <translation>zurück zum Standardwert</translation>
    </message>
    <message>
        <source>back to the categories</source>
        <translation>zurück zu den Kategorien</translation>
    </message>
    <message>
        <source>back to the price in force</source>
        <translation>zurück zum geltenden Preis</translation>
    </message>
    <message>
        <source>background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>bands for automatic approval could not be told</source>
        <translation>Bänder für die selbsttätige Freigabe ließen sich nicht bestimmen</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>Strich</translation>
    </message>
    <message>
        <source>batch being published</source>
        <translation>Preispaket wird veröffentlicht</translation>
    </message>
    <message>
        <source>batch cancelled</source>
        <translation>Preispaket aufgehoben</translation>
    </message>
    <message>
        <source>batch failed</source>
        <translation>Preispaket fehlgeschlagen</translation>
    </message>
    <message>
        <source>batch made</source>
        <translation>Preispaket gebildet</translation>
    </message>
    <message>
        <source>batch moved on</source>
        <translation>Preispaket verschoben</translation>
    </message>
    <message>
        <source>batch published</source>
        <translation>Preispaket veröffentlicht</translation>
    </message>
    <message>
        <source>batch rolled back</source>
        <translation>Preispaket zurückgerollt</translation>
    </message>
    <message>
        <source>batch waits again</source>
        <translation>Preispaket wartet wieder</translation>
    </message>
    <message>
        <source>batches; intended against live</source>
        <translation>Preispakete; Soll gegen live</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation>davor %1</translation>
    </message>
    <message>
        <source>before %1 %</source>
        <translation>davor %1 %</translation>
    </message>
    <message>
        <source>before its start</source>
        <translation>vor dem Start</translation>
    </message>
    <message>
        <source>begins with its first step</source>
        <translation>beginnt mit seiner ersten Stufe</translation>
    </message>
    <message>
        <source>behind</source>
        <translation>Rückstand</translation>
    </message>
    <message>
        <source>being published</source>
        <translation>wird veröffentlicht</translation>
    </message>
    <message>
        <source>being released</source>
        <translation>wird ausgeliefert</translation>
    </message>
    <message>
        <source>being worked out …</source>
        <translation>wird berechnet …</translation>
    </message>
    <message>
        <source>below 99.5 %</source>
        <translation>unter 99,5 %</translation>
    </message>
    <message>
        <source>below the %1 % level: %2 %</source>
        <translation>unter der %1-%-Stufe: %2 %</translation>
    </message>
    <message>
        <source>below the minimum advertised price</source>
        <translation>unter dem Mindestwerbepreis</translation>
    </message>
    <message>
        <source>below the minimum margin</source>
        <translation>unter der Mindestmarge</translation>
    </message>
    <message>
        <source>below the target of 80 %</source>
        <translation>unter dem Ziel von 80 %</translation>
    </message>
    <message>
        <source>better</source>
        <translation>besser</translation>
    </message>
    <message>
        <source>bias %1 %</source>
        <translation>Verzerrung %1 %</translation>
    </message>
    <message>
        <source>bigbox-feed</source>
        <translation>bigbox-feed</translation>
    </message>
    <message>
        <source>binds</source>
        <translation>bindet</translation>
    </message>
    <message>
        <source>block by block</source>
        <translation>Block für Block</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>blockiert</translation>
    </message>
    <message>
        <source>blocked: far above competitors</source>
        <translation>blockiert: weit über den Wettbewerbern</translation>
    </message>
    <message>
        <source>blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>blocks have no steps: all that a block gives the new price get it at once</source>
        <translation>Blöcke haben keine Stufen: alles, was in einem Block den neuen Preis bekommt, bekommt ihn sofort</translation>
    </message>
    <message>
        <source>books compared with the gateway's</source>
        <translation>Bücher mit denen des Zahlungsdienstes abgeglichen</translation>
    </message>
    <message>
        <source>both in turn</source>
        <translation>beide im Wechsel</translation>
    </message>
    <message>
        <source>brand</source>
        <translation>Marke</translation>
    </message>
    <message>
        <source>brand policy</source>
        <translation>Markenrichtlinie</translation>
    </message>
    <message>
        <source>buyers would wait for the cheap days, and store</source>
        <translation>Käufer würden auf die billigen Tage warten und Vorräte anlegen</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>durch %1</translation>
    </message>
    <message>
        <source>by %1: %2</source>
        <translation>durch %1: %2</translation>
    </message>
    <message>
        <source>by a newer proposal</source>
        <translation>durch einen neueren Vorschlag</translation>
    </message>
    <message>
        <source>by a person</source>
        <translation>von einer Person</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>by mail</source>
        <translation>per Mail</translation>
    </message>
    <message>
        <source>by policy</source>
        <translation>nach Richtlinie</translation>
    </message>
    <message>
        <source>by the month: a lease or an instalment, not the price</source>
        <translation>je Monat: eine Leasing- oder Ratenzahlung, nicht der Preis</translation>
    </message>
    <message>
        <source>by the site's recipe</source>
        <translation>durch das Rezept der Website</translation>
    </message>
    <message>
        <source>by visitor</source>
        <translation>nach Besucher</translation>
    </message>
    <message>
        <source>cached</source>
        <translation>zwischengespeichert</translation>
    </message>
    <message>
        <source>calibrated, and right</source>
        <translation>kalibriert und richtig</translation>
    </message>
    <message>
        <source>calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>call off what is planned; end what runs</source>
        <translation>Geplantes absagen; Laufendes beenden</translation>
    </message>
    <message>
        <source>campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>cancelled; what came was kept</source>
        <translation>abgebrochen; was kam, blieb</translation>
    </message>
    <message>
        <source>cannot be decided</source>
        <translation>kann nicht entschieden werden</translation>
    </message>
    <message>
        <source>cannot be decided: cost, stock, competitor price or time zone is missing</source>
        <translation>kann nicht entschieden werden: Kosten, Bestand, Wettbewerberpreis oder Zeitzone fehlen</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>cannot be said</source>
        <translation>lässt sich nicht sagen</translation>
    </message>
    <message>
        <source>cannot be told</source>
        <translation>lässt sich nicht sagen</translation>
    </message>
    <message>
        <source>cannot be understood, and was set aside</source>
        <translation>ist nicht zu verstehen und wurde zur Seite gelegt</translation>
    </message>
    <message>
        <source>cannot tell</source>
        <translation>nicht zu sagen</translation>
    </message>
    <message>
        <source>case %1</source>
        <translation>Fall %1</translation>
    </message>
    <message>
        <source>category added</source>
        <translation>Kategorie hinzugefügt</translation>
    </message>
    <message>
        <source>category changed</source>
        <translation>Kategorie geändert</translation>
    </message>
    <message>
        <source>caution %1</source>
        <translation>Vorsicht %1</translation>
    </message>
    <message>
        <source>ceiling</source>
        <translation>Obergrenze</translation>
    </message>
    <message>
        <source>ceiling by rule</source>
        <translation>Obergrenze nach Regel</translation>
    </message>
    <message>
        <source>certainly better</source>
        <translation>sicher besser</translation>
    </message>
    <message>
        <source>certainly worse</source>
        <translation>sicher schlechter</translation>
    </message>
    <message>
        <source>challenger</source>
        <translation>Herausforderer</translation>
    </message>
    <message>
        <source>champion</source>
        <translation>Champion</translation>
    </message>
    <message>
        <source>change %1 percent</source>
        <translation>Änderung %1 Prozent</translation>
    </message>
    <message>
        <source>change a draft; on a price: its decision, else its product</source>
        <translation>einen Entwurf ändern; auf einem Preis: seine Entscheidung, sonst sein Artikel</translation>
    </message>
    <message>
        <source>change its days or its price</source>
        <translation>Tage oder Preis ändern</translation>
    </message>
    <message>
        <source>change of profit a week, %1</source>
        <translation>Änderung des Gewinns je Woche, %1</translation>
    </message>
    <message>
        <source>change of revenue a week, %1</source>
        <translation>Änderung des Umsatzes je Woche, %1</translation>
    </message>
    <message>
        <source>change the setting</source>
        <translation>die Einstellung ändern</translation>
    </message>
    <message>
        <source>change the slot</source>
        <translation>den Termin ändern</translation>
    </message>
    <message>
        <source>changed by, %</source>
        <translation>geändert um, %</translation>
    </message>
    <message>
        <source>changed meanwhile: now %1 · proposed %2 %3. Your price is kept.</source>
        <translation>inzwischen geändert: jetzt %1 · vorgeschlagen %2 %3. Ihr Preis bleibt erhalten.</translation>
    </message>
    <message>
        <source>changed since: a later entry says by whom</source>
        <translation>seitdem geändert: ein späterer Eintrag sagt, durch wen</translation>
    </message>
    <message>
        <source>changed too often</source>
        <translation>zu oft geändert</translation>
    </message>
    <message>
        <source>changes %1</source>
        <translation>ändert %1</translation>
    </message>
    <message>
        <source>changes the draft “%1”</source>
        <translation>ändert den Entwurf „%1“</translation>
    </message>
    <message>
        <source>channel added</source>
        <translation>Kanal hinzugefügt</translation>
    </message>
    <message>
        <source>channel changed</source>
        <translation>Kanal geändert</translation>
    </message>
    <message>
        <source>characters that are broken in a file that is UTF-8 otherwise; the rows they stand in are rejected</source>
        <translation>Zeichen, die in einer sonst als UTF-8 geschriebenen Datei kaputt sind; ihre Zeilen werden abgewiesen</translation>
    </message>
    <message>
        <source>charged back</source>
        <translation>zurückgebucht</translation>
    </message>
    <message>
        <source>chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>cheaper</source>
        <translation>billiger</translation>
    </message>
    <message>
        <source>check all rows like this one: same reason, SKU, category, zone</source>
        <translation>alle Zeilen wie diese ankreuzen: gleicher Grund, Artikel, Kategorie, Zone</translation>
    </message>
    <message>
        <source>check all tests now</source>
        <translation>alle Tests jetzt prüfen</translation>
    </message>
    <message>
        <source>check the row; Shift+click checks a range; Ctrl+A all</source>
        <translation>die Zeile ankreuzen; Umschalt+Klick kreuzt einen Bereich an; Strg+A alle</translation>
    </message>
    <message>
        <source>check: what would the draft change?</source>
        <translation>prüfen: Was würde der Entwurf ändern?</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>geprüft</translation>
    </message>
    <message>
        <source>checking the journal</source>
        <translation>das Journal wird geprüft</translation>
    </message>
    <message>
        <source>checking the proof</source>
        <translation>der Beleg wird geprüft</translation>
    </message>
    <message>
        <source>checking …</source>
        <translation>wird geprüft …</translation>
    </message>
    <message>
        <source>choose files; they can be dropped on the page too</source>
        <translation>Dateien wählen; sie können auch auf der Seite abgelegt werden</translation>
    </message>
    <message>
        <source>clearance</source>
        <translation>Abverkauf</translation>
    </message>
    <message>
        <source>codes, or OJ-* for all that begin so</source>
        <translation>Codes, oder OJ-* für alle, die so beginnen</translation>
    </message>
    <message>
        <source>codes, or OJ-64=3.49 OJ-96=4.79</source>
        <translation>Kürzel, oder OJ-64=3.49 OJ-96=4.79</translation>
    </message>
    <message>
        <source>collects approvals, then goes out</source>
        <translation>sammelt Freigaben, geht dann hinaus</translation>
    </message>
    <message>
        <source>comfortable</source>
        <translation>weit</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>comma: 3,49</source>
        <translation>Komma: 3,49</translation>
    </message>
    <message>
        <source>comment, kept with the decision</source>
        <translation>kommentieren, bei der Entscheidung aufbewahrt</translation>
    </message>
    <message>
        <source>commented</source>
        <translation>kommentiert</translation>
    </message>
    <message>
        <source>common words</source>
        <translation>gemeinsame Wörter</translation>
    </message>
    <message>
        <source>compact</source>
        <translation>eng</translation>
    </message>
    <message>
        <source>comparing books</source>
        <translation>Bücher werden abgeglichen</translation>
    </message>
    <message>
        <source>competitor data are doubtful</source>
        <translation>Wettbewerberdaten sind zweifelhaft</translation>
    </message>
    <message>
        <source>competitor drops</source>
        <translation>Wettbewerber senkt</translation>
    </message>
    <message>
        <source>competitor moved</source>
        <translation>Wettbewerber bewegte sich</translation>
    </message>
    <message>
        <source>competitor removed</source>
        <translation>Wettbewerber entfernt</translation>
    </message>
    <message>
        <source>competitor set</source>
        <translation>Wettbewerbermenge</translation>
    </message>
    <message>
        <source>competitor source is not fresh</source>
        <translation>Wettbewerberquelle ist nicht frisch</translation>
    </message>
    <message>
        <source>competitor sources are not fresh</source>
        <translation>Wettbewerberquellen sind nicht frisch</translation>
    </message>
    <message>
        <source>competitor's page does not answer</source>
        <translation>Seite eines Wettbewerbers antwortet nicht</translation>
    </message>
    <message>
        <source>competitor's price is in doubt</source>
        <translation>Wettbewerbspreis ist zweifelhaft</translation>
    </message>
    <message>
        <source>competitors</source>
        <translation>Wettbewerber</translation>
    </message>
    <message>
        <source>competitors have sold out</source>
        <translation>Wettbewerber sind ausverkauft</translation>
    </message>
    <message>
        <source>competitors moved since</source>
        <translation>Wettbewerber haben sich seitdem bewegt</translation>
    </message>
    <message>
        <source>competitors' lowest and highest price</source>
        <translation>niedrigster und höchster Preis der Wettbewerber</translation>
    </message>
    <message>
        <source>competitors' mean price, 7 days</source>
        <translation>mittlerer Preis der Wettbewerber, 7 Tage</translation>
    </message>
    <message>
        <source>competitors' pages do not answer</source>
        <translation>Seiten von Wettbewerbern antworten nicht</translation>
    </message>
    <message>
        <source>competitors' prices are in doubt</source>
        <translation>Wettbewerbspreise sind zweifelhaft</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>condition</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>content %1</source>
        <translation>Inhalt %1</translation>
    </message>
    <message>
        <source>conversion</source>
        <translation>Kaufquote</translation>
    </message>
    <message>
        <source>conversion at the price</source>
        <translation>Kaufquote beim Preis</translation>
    </message>
    <message>
        <source>cool-off</source>
        <translation>Ruhezeit</translation>
    </message>
    <message>
        <source>copy rows as a table with headers</source>
        <translation>Zeilen als Tabelle mit Überschriften kopieren</translation>
    </message>
    <message>
        <source>copy the chosen entries, with headers</source>
        <translation>die gewählten Einträge kopieren, mit Überschriften</translation>
    </message>
    <message>
        <source>copy the chosen rows, with headers</source>
        <translation>die gewählten Zeilen kopieren, mit Überschriften</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>cost added</source>
        <translation>Kosten hinzugefügt</translation>
    </message>
    <message>
        <source>cost change dealt with</source>
        <translation>Kostenänderung erledigt</translation>
    </message>
    <message>
        <source>cost change of %1</source>
        <translation>Kostenänderung vom %1</translation>
    </message>
    <message>
        <source>cost change of %1, %2</source>
        <translation>Kostenänderung vom %1, %2</translation>
    </message>
    <message>
        <source>cost change open again</source>
        <translation>Kostenänderung wieder offen</translation>
    </message>
    <message>
        <source>cost changed</source>
        <translation>Kosten geändert</translation>
    </message>
    <message>
        <source>cost missing</source>
        <translation>Kosten fehlen</translation>
    </message>
    <message>
        <source>cost missing or not usable</source>
        <translation>Kosten fehlen oder sind nicht brauchbar</translation>
    </message>
    <message>
        <source>cost not positive</source>
        <translation>Kosten nicht positiv</translation>
    </message>
    <message>
        <source>cost plus</source>
        <translation>Kosten plus</translation>
    </message>
    <message>
        <source>cost taken back</source>
        <translation>Kosten zurückgenommen</translation>
    </message>
    <message>
        <source>cost unknown</source>
        <translation>Kosten unbekannt</translation>
    </message>
    <message>
        <source>cost with its markup</source>
        <translation>Kosten mit ihrem Aufschlag</translation>
    </message>
    <message>
        <source>cost without an exchange rate</source>
        <translation>Kosten ohne Wechselkurs</translation>
    </message>
    <message>
        <source>cost without an exchange rate of the last weeks</source>
        <translation>Kosten ohne Wechselkurs der letzten Wochen</translation>
    </message>
    <message>
        <source>costs %1, worth %2</source>
        <translation>kostet %1, bringt %2</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>gezählt</translation>
    </message>
    <message>
        <source>counter-proposal: only a human can release it</source>
        <translation>Gegenvorschlag: Nur ein Mensch kann ihn freigeben</translation>
    </message>
    <message>
        <source>currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>customers under contract</source>
        <translation>Kunden mit Vertrag</translation>
    </message>
    <message>
        <source>cut in percent</source>
        <translation>Senkung in Prozent</translation>
    </message>
    <message>
        <source>cycle ended</source>
        <translation>Zyklus beendet</translation>
    </message>
    <message>
        <source>cycle failed</source>
        <translation>Zyklus fehlgeschlagen</translation>
    </message>
    <message>
        <source>cycle finished</source>
        <translation>Zyklus beendet</translation>
    </message>
    <message>
        <source>cycle halted before publishing</source>
        <translation>Zyklus vor der Veröffentlichung angehalten</translation>
    </message>
    <message>
        <source>cycle started</source>
        <translation>Zyklus begonnen</translation>
    </message>
    <message>
        <source>cycle stopped</source>
        <translation>Zyklus angehalten</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>dated more than a day in the future</source>
        <translation>mehr als einen Tag in der Zukunft datiert</translation>
    </message>
    <message>
        <source>day %1</source>
        <translation>Tag %1</translation>
    </message>
    <message>
        <source>day %1 of %2</source>
        <translation>Tag %1 von %2</translation>
    </message>
    <message>
        <source>day %1, sales until %2: %3 %4 · %5 % of the plan</source>
        <translation>Tag %1, Verkäufe bis %2: %3 %4 · %5 % des Plans</translation>
    </message>
    <message>
        <source>day and month cannot be told apart. Say the format with --date-format, such as d.M.yyyy</source>
        <translation>Tag und Monat lassen sich nicht unterscheiden. Nennen Sie das Format mit --date-format, etwa d.M.yyyy</translation>
    </message>
    <message>
        <source>day and month cannot be told apart: choose under Days how they are written</source>
        <translation>Tag und Monat sind nicht zu unterscheiden: unter Tage wählen, wie sie geschrieben sind</translation>
    </message>
    <message>
        <source>days since the last price change</source>
        <translation>Tage seit der letzten Preisänderung</translation>
    </message>
    <message>
        <source>dealt with otherwise; again: open</source>
        <translation>anders erledigt; noch einmal: offen</translation>
    </message>
    <message>
        <source>dearer</source>
        <translation>teurer</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>entschieden</translation>
    </message>
    <message>
        <source>decided by the %1</source>
        <translation>entschieden durch %1</translation>
    </message>
    <message>
        <source>decided: better</source>
        <translation>entschieden: besser</translation>
    </message>
    <message>
        <source>decided: no gain to be found</source>
        <translation>entschieden: kein Gewinn zu finden</translation>
    </message>
    <message>
        <source>decided: worse</source>
        <translation>entschieden: schlechter</translation>
    </message>
    <message>
        <source>decided: yours to roll out or revert</source>
        <translation>entschieden: Ausrollen oder Zurücknehmen liegt bei Ihnen</translation>
    </message>
    <message>
        <source>decides in another's stead</source>
        <translation>entscheidet an eines anderen Stelle</translation>
    </message>
    <message>
        <source>decides in another's stead no more</source>
        <translation>entscheidet nicht mehr an eines anderen Stelle</translation>
    </message>
    <message>
        <source>decision %1</source>
        <translation>Entscheidung %1</translation>
    </message>
    <message>
        <source>decision · %1</source>
        <translation>Entscheidung · %1</translation>
    </message>
    <message>
        <source>decisions saved</source>
        <translation>Entscheidungen gespeichert</translation>
    </message>
    <message>
        <source>delegate: who decides in my stead, and until when</source>
        <translation>vertreten lassen: wer an meiner Stelle entscheidet, und bis wann</translation>
    </message>
    <message>
        <source>demand</source>
        <translation>Nachfrage</translation>
    </message>
    <message>
        <source>demand does not fall with the price</source>
        <translation>die Nachfrage fällt nicht mit dem Preis</translation>
    </message>
    <message>
        <source>desktop</source>
        <translation>Bildschirm</translation>
    </message>
    <message>
        <source>differed, and was put right</source>
        <translation>wich ab und wurde richtiggestellt</translation>
    </message>
    <message>
        <source>difference %1 [%2 … %3]</source>
        <translation>Unterschied %1 [%2 … %3]</translation>
    </message>
    <message>
        <source>differences only</source>
        <translation>nur Unterschiede</translation>
    </message>
    <message>
        <source>discontinued</source>
        <translation>ausgelistet</translation>
    </message>
    <message>
        <source>display</source>
        <translation>Zweitplatz</translation>
    </message>
    <message>
        <source>display, no price</source>
        <translation>Zweitplatz, ohne Preis</translation>
    </message>
    <message>
        <source>disputed</source>
        <translation>beanstandet</translation>
    </message>
    <message>
        <source>does NOT follow on its neighbors: something was removed or put in</source>
        <translation>folgt NICHT auf seine Nachbarn: Etwas wurde entfernt oder eingefügt</translation>
    </message>
    <message>
        <source>does not answer, prices still fresh</source>
        <translation>antwortet nicht, Preise noch frisch</translation>
    </message>
    <message>
        <source>does not apply</source>
        <translation>trifft nicht zu</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>dot and comma are both used as decimal marks. Say which with --decimal-mark</source>
        <translation>Punkt und Komma werden beide als Dezimalzeichen verwendet. Sagen Sie mit --decimal-mark, welches gilt</translation>
    </message>
    <message>
        <source>dot: 3.49</source>
        <translation>Punkt: 3.49</translation>
    </message>
    <message>
        <source>doubtful: more went back than was paid, or in several currencies</source>
        <translation>zweifelhaft: es ging mehr zurück, als bezahlt wurde, oder in mehreren Währungen</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>drag the price, or ← → · L locks · N now</source>
        <translation>den Preis ziehen, oder ← → · L hält fest · N jetzt</translation>
    </message>
    <message>
        <source>draw profit against revenue</source>
        <translation>Gewinn gegen Umsatz zeichnen</translation>
    </message>
    <message>
        <source>drawn at random, to learn from</source>
        <translation>zufällig gezogen, um daraus zu lernen</translation>
    </message>
    <message>
        <source>draws behind intervals and confidence; left out: as the settings say</source>
        <translation>Ziehungen hinter Intervallen und Sicherheit; ohne Angabe: wie in den Einstellungen</translation>
    </message>
    <message>
        <source>drift</source>
        <translation>Drift</translation>
    </message>
    <message>
        <source>drifts</source>
        <translation>driftet</translation>
    </message>
    <message>
        <source>drop a kept scenario</source>
        <translation>aufbewahrtes Szenario verwerfen</translation>
    </message>
    <message>
        <source>due</source>
        <translation>fällig</translation>
    </message>
    <message>
        <source>due now</source>
        <translation>jetzt fällig</translation>
    </message>
    <message>
        <source>each category ≤ %1</source>
        <translation>jede Kategorie ≤ %1</translation>
    </message>
    <message>
        <source>each visitor sees one price</source>
        <translation>jeder Besucher sieht einen Preis</translation>
    </message>
    <message>
        <source>earlier prices</source>
        <translation>frühere Preise</translation>
    </message>
    <message>
        <source>earlier, later cycle</source>
        <translation>früherer, späterer Zyklus</translation>
    </message>
    <message>
        <source>earned</source>
        <translation>verdient</translation>
    </message>
    <message>
        <source>earned by what published prices proved; Enter shows them</source>
        <translation>verdient durch das, was veröffentlichte Preise bewiesen; Eingabe zeigt sie</translation>
    </message>
    <message>
        <source>edit new price, cost or role</source>
        <translation>neuen Preis, Kosten oder Rolle bearbeiten</translation>
    </message>
    <message>
        <source>edit the price; its verdict comes before it can be saved</source>
        <translation>den Preis bearbeiten; sein Urteil kommt, bevor er gespeichert werden kann</translation>
    </message>
    <message>
        <source>either header or parameter is wanted</source>
        <translation>entweder header oder parameter ist verlangt</translation>
    </message>
    <message>
        <source>elasticities</source>
        <translation>Elastizitäten</translation>
    </message>
    <message>
        <source>elasticities: WAPE %1 %, bias %2 %, %3 % within the 80 % limits, learnt %4</source>
        <translation>Elastizitäten: WAPE %1 %, Verzerrung %2 %, %3 % innerhalb der 80-%-Grenzen, gelernt %4</translation>
    </message>
    <message>
        <source>end</source>
        <translation>beenden</translation>
    </message>
    <message>
        <source>end, extended</source>
        <translation>Ende, verlängert</translation>
    </message>
    <message>
        <source>enough</source>
        <translation>genug</translation>
    </message>
    <message>
        <source>enough evidence</source>
        <translation>genug Belege</translation>
    </message>
    <message>
        <source>entries at the end are missing, or were replaced</source>
        <translation>Einträge am Ende fehlen oder wurden ersetzt</translation>
    </message>
    <message>
        <source>equal shares for now: too few exposures of an arm, or none that brought anything</source>
        <translation>vorerst gleiche Anteile: zu wenige Sichtungen eines Arms, oder keine, die etwas brachte</translation>
    </message>
    <message>
        <source>equivalence ±%1 %</source>
        <translation>Gleichwertigkeit ±%1 %</translation>
    </message>
    <message>
        <source>equivalent</source>
        <translation>gleichwertig</translation>
    </message>
    <message>
        <source>errors by category, prices that would differ, plain regressions</source>
        <translation>Fehler je Kategorie, Preise, die anders wären, einfache Regressionen</translation>
    </message>
    <message>
        <source>every %1 h</source>
        <translation>alle %1 h</translation>
    </message>
    <message>
        <source>every action, by name</source>
        <translation>jede Aktion, nach Namen</translation>
    </message>
    <message>
        <source>every price</source>
        <translation>jeder Preis</translation>
    </message>
    <message>
        <source>every price is live where it should be</source>
        <translation>jeder Preis ist live, wo er sein soll</translation>
    </message>
    <message>
        <source>every price is right, other bytes were changed</source>
        <translation>jeder Preis stimmt, andere Bytes wurden geändert</translation>
    </message>
    <message>
        <source>every visitor sees the old price again</source>
        <translation>jeder Besucher sieht wieder den alten Preis</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>everyone</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>everything sold more, or less, by one factor</source>
        <translation>alles um denselben Faktor mehr oder weniger verkauft</translation>
    </message>
    <message>
        <source>exchange rates</source>
        <translation>Wechselkurse</translation>
    </message>
    <message>
        <source>expected loss if it is wrong</source>
        <translation>erwarteter Verlust, wenn es falsch ist</translation>
    </message>
    <message>
        <source>expected loss over its limit</source>
        <translation>erwarteter Verlust über seiner Grenze</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>expiry</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>extend, as far as was registered</source>
        <translation>verlängern, soweit festgeschrieben</translation>
    </message>
    <message>
        <source>extended by hand</source>
        <translation>von Hand verlängert</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>fallback taken</source>
        <translation>Ersatzweg genommen</translation>
    </message>
    <message>
        <source>fallback taken: %1</source>
        <translation>Ersatzweg genommen: %1</translation>
    </message>
    <message>
        <source>far above competitors</source>
        <translation>weit über den Wettbewerbern</translation>
    </message>
    <message>
        <source>features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>feed added</source>
        <translation>Feed angelegt</translation>
    </message>
    <message>
        <source>feed changed</source>
        <translation>Feed geändert</translation>
    </message>
    <message>
        <source>feed pulled</source>
        <translation>Feed abgerufen</translation>
    </message>
    <message>
        <source>feed removed</source>
        <translation>Feed entfernt</translation>
    </message>
    <message>
        <source>feed switched on or off</source>
        <translation>Feed geschaltet</translation>
    </message>
    <message>
        <source>fetching pages</source>
        <translation>Seiten werden abgerufen</translation>
    </message>
    <message>
        <source>few clusters: what decides is the p of the redraws</source>
        <translation>wenige Cluster: es entscheidet das p der Neuziehungen</translation>
    </message>
    <message>
        <source>fewer than eight of them</source>
        <translation>weniger als acht davon</translation>
    </message>
    <message>
        <source>fewer than eight zones: all of them switch together, block by block</source>
        <translation>weniger als acht Zonen: alle wechseln gemeinsam, Block für Block</translation>
    </message>
    <message>
        <source>fewer than two sellers</source>
        <translation>weniger als zwei Anbieter</translation>
    </message>
    <message>
        <source>files being written</source>
        <translation>Dateien werden geschrieben</translation>
    </message>
    <message>
        <source>files read back, every price right</source>
        <translation>Dateien zurückgelesen, jeder Preis stimmt</translation>
    </message>
    <message>
        <source>files read back, not as they should be</source>
        <translation>Dateien zurückgelesen, nicht wie sie sein sollen</translation>
    </message>
    <message>
        <source>fill down</source>
        <translation>nach unten füllen</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>filtern</translation>
    </message>
    <message>
        <source>filter the table</source>
        <translation>die Tabelle filtern</translation>
    </message>
    <message>
        <source>find a setting</source>
        <translation>eine Einstellung finden</translation>
    </message>
    <message>
        <source>find a text</source>
        <translation>einen Text finden</translation>
    </message>
    <message>
        <source>find by name; Enter takes the first</source>
        <translation>nach Namen suchen; Eingabe nimmt das erste</translation>
    </message>
    <message>
        <source>finding what contradicts</source>
        <translation>es wird gesucht, was sich widerspricht</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>floor</source>
        <translation>Untergrenze</translation>
    </message>
    <message>
        <source>floor %1</source>
        <translation>Boden %1</translation>
    </message>
    <message>
        <source>floor by rule</source>
        <translation>Untergrenze nach Regel</translation>
    </message>
    <message>
        <source>follow what is bought, %1 % of either at least</source>
        <translation>folgen den Käufen, jeder mindestens %1 %</translation>
    </message>
    <message>
        <source>follows on the entry before it</source>
        <translation>folgt auf den Eintrag davor</translation>
    </message>
    <message numerus="yes">
        <source>for %n failed page(s) a service stood in</source>
        <translation>
            <numerusform>für %n ausgefallene Seite sprang ein Dienst ein</numerusform>
            <numerusform>für %n ausgefallene Seiten sprang ein Dienst ein</numerusform>
        </translation>
    </message>
    <message>
        <source>for all at once</source>
        <translation>für alle zugleich</translation>
    </message>
    <message>
        <source>for documentation only</source>
        <translation>nur für Dokumentation</translation>
    </message>
    <message>
        <source>for many at once</source>
        <translation>für viele zugleich</translation>
    </message>
    <message>
        <source>for measurements only</source>
        <translation>nur für Messungen</translation>
    </message>
    <message>
        <source>for rent, not for sale</source>
        <translation>zu mieten, nicht zu kaufen</translation>
    </message>
    <message>
        <source>forecast</source>
        <translation>Prognose</translation>
    </message>
    <message>
        <source>forecast errors</source>
        <translation>Prognosefehler</translation>
    </message>
    <message>
        <source>foreground</source>
        <translation>Vordergrund</translation>
    </message>
    <message>
        <source>found by itself</source>
        <translation>selbst gefunden</translation>
    </message>
    <message>
        <source>fresh</source>
        <translation>frisch</translation>
    </message>
    <message>
        <source>fresh, %1 old</source>
        <translation>frisch, %1 alt</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>from a service, as the page failed</source>
        <translation>von einem Dienst, da die Seite ausfiel</translation>
    </message>
    <message>
        <source>from a source that is not public</source>
        <translation>aus einer Quelle, die nicht öffentlich ist</translation>
    </message>
    <message>
        <source>from an experiment</source>
        <translation>aus einem Experiment</translation>
    </message>
    <message>
        <source>from cost changes</source>
        <translation>aus Kostenänderungen</translation>
    </message>
    <message>
        <source>from day %1: %2 see the new price</source>
        <translation>ab Tag %1: %2 sehen den neuen Preis</translation>
    </message>
    <message>
        <source>from revenue %1 and profit %2 to revenue %3 and profit %4 a week</source>
        <translation>von Umsatz %1 und Gewinn %2 bis Umsatz %3 und Gewinn %4 je Woche</translation>
    </message>
    <message>
        <source>from the future</source>
        <translation>aus der Zukunft</translation>
    </message>
    <message>
        <source>frontier</source>
        <translation>Grenzkurve</translation>
    </message>
    <message>
        <source>futile</source>
        <translation>aussichtslos</translation>
    </message>
    <message>
        <source>goes on</source>
        <translation>geht weiter</translation>
    </message>
    <message>
        <source>goes on again</source>
        <translation>geht weiter</translation>
    </message>
    <message>
        <source>goes out</source>
        <translation>geht hinaus</translation>
    </message>
    <message>
        <source>goes out %1</source>
        <translation>geht hinaus %1</translation>
    </message>
    <message>
        <source>guard broken</source>
        <translation>Schutzgrenze verletzt</translation>
    </message>
    <message>
        <source>guard crossed</source>
        <translation>Schutzgröße verletzt</translation>
    </message>
    <message>
        <source>guard in doubt</source>
        <translation>Schutzgrenze ungewiss</translation>
    </message>
    <message>
        <source>guardrails %1</source>
        <translation>Leitplanken %1</translation>
    </message>
    <message>
        <source>halted before publishing</source>
        <translation>vor der Veröffentlichung angehalten</translation>
    </message>
    <message>
        <source>hardly any buyer sees both prices</source>
        <translation>kaum ein Käufer sieht beide Preise</translation>
    </message>
    <message>
        <source>held</source>
        <translation>gehalten</translation>
    </message>
    <message>
        <source>held back at the last moment</source>
        <translation>im letzten Augenblick zurückgehalten</translation>
    </message>
    <message>
        <source>held: the price in force stays</source>
        <translation>gehalten: Der geltende Preis bleibt</translation>
    </message>
    <message>
        <source>highest allowed %1 (%2)</source>
        <translation>höchstens erlaubt %1 (%2)</translation>
    </message>
    <message>
        <source>historical average</source>
        <translation>historischer Durchschnitt</translation>
    </message>
    <message>
        <source>hold</source>
        <translation>halten</translation>
    </message>
    <message>
        <source>hold by rule or test</source>
        <translation>von Regel oder Test gehalten</translation>
    </message>
    <message>
        <source>hold the price</source>
        <translation>den Preis halten</translation>
    </message>
    <message>
        <source>hold: the interval is made for looking on</source>
        <translation>bleiben: Das Intervall ist für weiteres Auswerten gemacht</translation>
    </message>
    <message>
        <source>how far a category's price index moves in a cycle, %; left out: as the settings say</source>
        <translation>wie weit sich der Preisindex einer Warengruppe in einem Zyklus bewegt, %; ohne Angabe: wie in den Einstellungen</translation>
    </message>
    <message>
        <source>how far one price moves in a cycle, %; left out: as the settings say</source>
        <translation>wie weit sich ein Preis in einem Zyklus bewegt, %; ohne Angabe: wie in den Einstellungen</translation>
    </message>
    <message>
        <source>how fast the level of demand moves; -1 chooses the likeliest</source>
        <translation>wie schnell sich das Niveau der Nachfrage bewegt; -1 wählt das wahrscheinlichste</translation>
    </message>
    <message>
        <source>how much of each tree counts</source>
        <translation>wie viel von jedem Baum zählt</translation>
    </message>
    <message>
        <source>https://…, sftp://…, /folder</source>
        <translation>https://…, sftp://…, /ordner</translation>
    </message>
    <message>
        <source>hypothesis, design, limits and prices, with their hash</source>
        <translation>Annahme, Design, Grenzen und Preise, mit ihrer Prüfsumme</translation>
    </message>
    <message>
        <source>hypothesis, design, limits and versions, with their hash</source>
        <translation>Hypothese, Anlage, Grenzen und Versionen, mit ihrem Hash</translation>
    </message>
    <message>
        <source>import applied</source>
        <translation>Import ausgeführt</translation>
    </message>
    <message>
        <source>import taken back</source>
        <translation>Import zurückgenommen</translation>
    </message>
    <message>
        <source>import, or propose the prices that were edited</source>
        <translation>importieren, oder die bearbeiteten Preise vorschlagen</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>in %1:%2</source>
        <translation>in %1:%2</translation>
    </message>
    <message>
        <source>in batch %1</source>
        <translation>in Preispaket %1</translation>
    </message>
    <message>
        <source>in both files</source>
        <translation>in beiden Dateien</translation>
    </message>
    <message>
        <source>in doubt</source>
        <translation>zweifelhaft</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>in Kraft</translation>
    </message>
    <message>
        <source>in stock again</source>
        <translation>wieder vorrätig</translation>
    </message>
    <message>
        <source>in the 90 % interval %1</source>
        <translation>im 90-%-Intervall %1</translation>
    </message>
    <message>
        <source>in the chart: price by one rung, Shift by five</source>
        <translation>im Diagramm: Preis um eine Stufe, Umschalt um fünf</translation>
    </message>
    <message>
        <source>in the file twice</source>
        <translation>zweimal in der Datei</translation>
    </message>
    <message>
        <source>in the file, but not sold there</source>
        <translation>in der Datei, aber dort nicht verkauft</translation>
    </message>
    <message>
        <source>in the page's data</source>
        <translation>in den Daten der Seite</translation>
    </message>
    <message>
        <source>in the window</source>
        <translation>im Fenster</translation>
    </message>
    <message>
        <source>in the zone's currency, like 2.49</source>
        <translation>in der Währung der Zone, wie 2.49</translation>
    </message>
    <message>
        <source>index %1 → %2</source>
        <translation>Index %1 → %2</translation>
    </message>
    <message>
        <source>index against competitors</source>
        <translation>Index gegen Wettbewerber</translation>
    </message>
    <message>
        <source>index against competitors, at least</source>
        <translation>Index gegen Wettbewerber, mindestens</translation>
    </message>
    <message>
        <source>index of each category</source>
        <translation>Index jeder Kategorie</translation>
    </message>
    <message>
        <source>index of each category against competitors</source>
        <translation>Index jeder Kategorie gegen Wettbewerber</translation>
    </message>
    <message>
        <source>index of each category against competitors, at least</source>
        <translation>Index jeder Kategorie gegen Wettbewerber, mindestens</translation>
    </message>
    <message>
        <source>index of each category, at least</source>
        <translation>Index jeder Kategorie, mindestens</translation>
    </message>
    <message>
        <source>index of key value items</source>
        <translation>Index der Eckartikel</translation>
    </message>
    <message>
        <source>index of key value items, at least</source>
        <translation>Index der Eckartikel, mindestens</translation>
    </message>
    <message>
        <source>index to competitors</source>
        <translation>Index zu Wettbewerbern</translation>
    </message>
    <message>
        <source>index ≤ %1</source>
        <translation>Index ≤ %1</translation>
    </message>
    <message>
        <source>index ≥ %1</source>
        <translation>Index ≥ %1</translation>
    </message>
    <message>
        <source>inference</source>
        <translation>Schätzung</translation>
    </message>
    <message>
        <source>input missing or impossible</source>
        <translation>Eingabe fehlt oder ist unmöglich</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>innerhalb</translation>
    </message>
    <message>
        <source>inside %1</source>
        <translation>innerhalb %1</translation>
    </message>
    <message>
        <source>inside the bounds</source>
        <translation>innerhalb der festen Grenzen</translation>
    </message>
    <message>
        <source>inside the limits</source>
        <translation>innerhalb der Grenzen</translation>
    </message>
    <message>
        <source>inside the step</source>
        <translation>innerhalb des Schritts</translation>
    </message>
    <message>
        <source>inside what a fallback may change</source>
        <translation>innerhalb dessen, was ein Ersatzweg ändern darf</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>interrupted cycle closed</source>
        <translation>unterbrochener Zyklus geschlossen</translation>
    </message>
    <message>
        <source>interrupted, nothing lost</source>
        <translation>unterbrochen, nichts verloren</translation>
    </message>
    <message>
        <source>into the detail; Esc back</source>
        <translation>ins Detail; Esc zurück</translation>
    </message>
    <message>
        <source>into the form; Esc back</source>
        <translation>ins Formular; Esc zurück</translation>
    </message>
    <message>
        <source>is NOT what was written: its hash does not fit</source>
        <translation>ist NICHT, was geschrieben wurde: Seine Prüfsumme passt nicht</translation>
    </message>
    <message>
        <source>is compared from now on</source>
        <translation>wird ab jetzt verglichen</translation>
    </message>
    <message>
        <source>is for no price of the catalogue</source>
        <translation>gilt für keinen Preis des Sortiments</translation>
    </message>
    <message>
        <source>is tried again at the next release</source>
        <translation>wird bei der nächsten Auslieferung wieder versucht</translation>
    </message>
    <message>
        <source>is what was written</source>
        <translation>ist, was geschrieben wurde</translation>
    </message>
    <message>
        <source>it can be read as more than one price</source>
        <translation>lässt sich als mehr als ein Preis lesen</translation>
    </message>
    <message>
        <source>it declares entities, and is not read</source>
        <translation>er deklariert Entitäten und wird nicht gelesen</translation>
    </message>
    <message>
        <source>it has not sold once in its weeks on sale</source>
        <translation>es wurde in keiner Woche im Angebot verkauft</translation>
    </message>
    <message>
        <source>it has this price already</source>
        <translation>es hat diesen Preis schon</translation>
    </message>
    <message>
        <source>it is not asked: keys go over https only</source>
        <translation>er wird nicht gefragt: Schlüssel gehen nur über https</translation>
    </message>
    <message>
        <source>it leads to an address that is not public</source>
        <translation>es führt zu einer Adresse, die nicht öffentlich ist</translation>
    </message>
    <message>
        <source>its category</source>
        <translation>seine Kategorie</translation>
    </message>
    <message>
        <source>its certificate cannot be trusted</source>
        <translation>dem Zertifikat ist nicht zu trauen</translation>
    </message>
    <message>
        <source>its changes lost money</source>
        <translation>seine Änderungen haben Geld verloren</translation>
    </message>
    <message>
        <source>its data are damaged</source>
        <translation>Daten beschädigt</translation>
    </message>
    <message>
        <source>its key is missing or has the wrong form</source>
        <translation>sein Schlüssel fehlt oder hat die falsche Form</translation>
    </message>
    <message>
        <source>its last day has passed</source>
        <translation>ihr letzter Tag ist vorbei</translation>
    </message>
    <message>
        <source>its limit crosses another's: the earlier one holds</source>
        <translation>ihre Grenze kreuzt die einer anderen: Die frühere gilt</translation>
    </message>
    <message>
        <source>its limits changed since</source>
        <translation>seine Grenzen haben sich seitdem geändert</translation>
    </message>
    <message>
        <source>its match waits to be decided</source>
        <translation>die Zuordnung ist noch offen</translation>
    </message>
    <message>
        <source>its match was rejected</source>
        <translation>die Zuordnung wurde abgelehnt</translation>
    </message>
    <message>
        <source>its next page is on another host, and was not followed</source>
        <translation>seine nächste Seite liegt anderswo und wurde nicht geholt</translation>
    </message>
    <message>
        <source>its own history</source>
        <translation>sein eigener Verlauf</translation>
    </message>
    <message>
        <source>its pages go in a circle; what came was kept</source>
        <translation>seine Seiten laufen im Kreis; was kam, blieb</translation>
    </message>
    <message>
        <source>its plan and looks, in the journal</source>
        <translation>sein Plan und seine Auswertungen, im Journal</translation>
    </message>
    <message>
        <source>its plan, looks and prices, in the journal</source>
        <translation>sein Plan, seine Auswertungen und Preise, im Journal</translation>
    </message>
    <message>
        <source>its prices are in force</source>
        <translation>seine Preise gelten</translation>
    </message>
    <message>
        <source>its prices wait for approval</source>
        <translation>seine Preise warten auf Freigabe</translation>
    </message>
    <message>
        <source>its proposals are withdrawn at once</source>
        <translation>seine Vorschläge werden sofort zurückgezogen</translation>
    </message>
    <message>
        <source>its registered plan was changed</source>
        <translation>sein festgeschriebener Plan wurde geändert</translation>
    </message>
    <message>
        <source>its terms are accepted</source>
        <translation>Bedingungen angenommen</translation>
    </message>
    <message>
        <source>its terms forbid it</source>
        <translation>die Bedingungen verbieten es</translation>
    </message>
    <message>
        <source>its version is no longer there</source>
        <translation>seine Version gibt es nicht mehr</translation>
    </message>
    <message>
        <source>join two chosen batches</source>
        <translation>zwei gewählte Preispakete zusammenlegen</translation>
    </message>
    <message>
        <source>jumps out of its own history</source>
        <translation>springt aus seinem eigenen Verlauf</translation>
    </message>
    <message>
        <source>keep the margin in money</source>
        <translation>die Marge in Geld halten</translation>
    </message>
    <message>
        <source>keep the margin in percent</source>
        <translation>die Marge in Prozent halten</translation>
    </message>
    <message>
        <source>keep the scenario</source>
        <translation>Szenario aufbewahren</translation>
    </message>
    <message>
        <source>keeping</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>eingehalten</translation>
    </message>
    <message>
        <source>knowing more would bring little</source>
        <translation>mehr zu wissen brächte wenig</translation>
    </message>
    <message>
        <source>known in one of the periods only</source>
        <translation>nur in einem der Zeiträume bekannt</translation>
    </message>
    <message>
        <source>kvi is true or false for each product; a limit of key value items needs at least one.</source>
        <translation>kvi ist true oder false je Artikel; eine Grenze für Schlüsselartikel braucht mindestens einen.</translation>
    </message>
    <message>
        <source>kvi, foreground, background or tail</source>
        <translation>kvi, foreground, background oder tail</translation>
    </message>
    <message>
        <source>ladder, corridor, and how far one cycle may go</source>
        <translation>Staffel, Korridor, und wie weit ein Zyklus gehen darf</translation>
    </message>
    <message>
        <source>large change</source>
        <translation>große Änderung</translation>
    </message>
    <message>
        <source>large change in 24 hours</source>
        <translation>große Änderung in 24 Stunden</translation>
    </message>
    <message>
        <source>large change in 7 days</source>
        <translation>große Änderung in 7 Tagen</translation>
    </message>
    <message>
        <source>largest first</source>
        <translation>Größtes zuerst</translation>
    </message>
    <message>
        <source>last %1 ago by %2</source>
        <translation>zuletzt vor %1 durch %2</translation>
    </message>
    <message>
        <source>last cycle %1</source>
        <translation>letzter Zyklus %1</translation>
    </message>
    <message>
        <source>last cycle was halted</source>
        <translation>letzter Zyklus wurde angehalten</translation>
    </message>
    <message>
        <source>last cycles were halted</source>
        <translation>letzte Zyklen wurden angehalten</translation>
    </message>
    <message>
        <source>last import %1: %2 rows, %3 rejected</source>
        <translation>letzter Import %1: %2 Zeilen, %3 abgewiesen</translation>
    </message>
    <message>
        <source>last right %1</source>
        <translation>zuletzt richtig %1</translation>
    </message>
    <message>
        <source>last year</source>
        <translation>das Vorjahr</translation>
    </message>
    <message>
        <source>law</source>
        <translation>Gesetz</translation>
    </message>
    <message>
        <source>leaflet</source>
        <translation>Prospekt</translation>
    </message>
    <message>
        <source>leaflet, no price</source>
        <translation>Prospekt, ohne Preis</translation>
    </message>
    <message>
        <source>learn from the newest so many weeks; 0 from all</source>
        <translation>aus den neuesten so vielen Wochen lernen; 0 aus allen</translation>
    </message>
    <message>
        <source>learning demand</source>
        <translation>Nachfrage lernen</translation>
    </message>
    <message>
        <source>learning sales</source>
        <translation>Absatz wird gelernt</translation>
    </message>
    <message>
        <source>leave this file; stop while it is read in</source>
        <translation>diese Datei verlassen; anhalten, während sie eingelesen wird</translation>
    </message>
    <message>
        <source>leaves of a tree at most</source>
        <translation>Blätter eines Baums höchstens</translation>
    </message>
    <message>
        <source>left alone for now</source>
        <translation>vorerst in Ruhe gelassen</translation>
    </message>
    <message>
        <source>let go of what is tried; back to the rows</source>
        <translation>das Ausprobierte loslassen; zurück zu den Zeilen</translation>
    </message>
    <message>
        <source>letters that the encoding does not have</source>
        <translation>Zeichen, die die Kodierung nicht hat</translation>
    </message>
    <message>
        <source>level of the forecast, %</source>
        <translation>Stufe der Prognose, %</translation>
    </message>
    <message>
        <source>lift, %; the interval of a test holds at all looks together</source>
        <translation>Wirkung, %; das Intervall eines Tests gilt für alle Auswertungen zusammen</translation>
    </message>
    <message>
        <source>light</source>
        <translation>hell</translation>
    </message>
    <message>
        <source>light or dark</source>
        <translation>hell oder dunkel</translation>
    </message>
    <message>
        <source>like 2026-03-01</source>
        <translation>wie 2026-03-01</translation>
    </message>
    <message>
        <source>like 2026-03-31</source>
        <translation>wie 2026-03-31</translation>
    </message>
    <message>
        <source>like 5</source>
        <translation>wie 5</translation>
    </message>
    <message>
        <source>likely equivalent</source>
        <translation>wahrscheinlich gleichwertig</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>Grenze %1</translation>
    </message>
    <message>
        <source>limit %1 %</source>
        <translation>Grenze %1 %</translation>
    </message>
    <message>
        <source>limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>limits conflict</source>
        <translation>Grenzen widersprechen sich</translation>
    </message>
    <message>
        <source>limits leave no room</source>
        <translation>Grenzen lassen keinen Raum</translation>
    </message>
    <message>
        <source>line %1, “%2”: %3</source>
        <translation>Zeile %1, „%2“: %3</translation>
    </message>
    <message>
        <source>listing added</source>
        <translation>Artikel in Zone hinzugefügt</translation>
    </message>
    <message>
        <source>listing changed</source>
        <translation>Artikel in Zone geändert</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>lock the tried price, so that others can be tried with it</source>
        <translation>den ausprobierten Preis festhalten, damit andere mit ihm ausprobiert werden können</translation>
    </message>
    <message>
        <source>locked %1</source>
        <translation>festgehalten %1</translation>
    </message>
    <message>
        <source>look at what is due; Esc stops</source>
        <translation>abrufen, was fällig ist; Esc hält an</translation>
    </message>
    <message>
        <source>looked at daily</source>
        <translation>täglich ausgewertet</translation>
    </message>
    <message>
        <source>looked at every %1 days</source>
        <translation>alle %1 Tage ausgewertet</translation>
    </message>
    <message>
        <source>looked at weekly</source>
        <translation>wöchentlich ausgewertet</translation>
    </message>
    <message>
        <source>looking through the journal</source>
        <translation>das Journal wird durchsucht</translation>
    </message>
    <message>
        <source>low confidence</source>
        <translation>niedrige Konfidenz</translation>
    </message>
    <message>
        <source>lowered</source>
        <translation>gesenkt</translation>
    </message>
    <message>
        <source>lowered to the ceiling</source>
        <translation>auf die Obergrenze gesenkt</translation>
    </message>
    <message>
        <source>lowest allowed %1 (%2)</source>
        <translation>mindestens erlaubt %1 (%2)</translation>
    </message>
    <message>
        <source>made</source>
        <translation>gebildet</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>many codes begin with a letter and were taken for products, as with --lettered-codes</source>
        <translation>viele Kürzel beginnen mit einem Buchstaben und wurden für Artikel genommen, wie mit --lettered-codes</translation>
    </message>
    <message>
        <source>many prices on a floor</source>
        <translation>viele Preise an einer Untergrenze</translation>
    </message>
    <message>
        <source>many rows of events are there twice, word for word, and count twice; where they are one, an id of events tells (--event-id-column)</source>
        <translation>viele Zeilen mit Ereignissen stehen Wort für Wort zweimal da und zählen zweimal; sind sie eines, sagt das eine Kennung der Ereignisse (--event-id-column)</translation>
    </message>
    <message>
        <source>mapping saved</source>
        <translation>Zuordnung gespeichert</translation>
    </message>
    <message>
        <source>margin</source>
        <translation>Marge</translation>
    </message>
    <message>
        <source>margin %1 %</source>
        <translation>Marge %1 %</translation>
    </message>
    <message>
        <source>margin %1 → %2 %</source>
        <translation>Marge %1 → %2 %</translation>
    </message>
    <message>
        <source>market</source>
        <translation>Markt</translation>
    </message>
    <message>
        <source>market watched</source>
        <translation>Markt beobachtet</translation>
    </message>
    <message>
        <source>match competitors</source>
        <translation>mit Wettbewerbern gleichziehen</translation>
    </message>
    <message>
        <source>match confirmed</source>
        <translation>Zuordnung bestätigt</translation>
    </message>
    <message>
        <source>match confirmed again, or its packs corrected</source>
        <translation>Zuordnung wieder bestätigt, oder ihre Packungen berichtigt</translation>
    </message>
    <message>
        <source>match not confirmed</source>
        <translation>Zuordnung nicht bestätigt</translation>
    </message>
    <message>
        <source>match waits to be decided</source>
        <translation>Zuordnung wartet auf Entscheidung</translation>
    </message>
    <message>
        <source>matched pairs</source>
        <translation>zugeordnete Paare</translation>
    </message>
    <message>
        <source>matches confirmed or rejected</source>
        <translation>Zuordnungen bestätigt oder abgelehnt</translation>
    </message>
    <message>
        <source>matches suggested</source>
        <translation>Zuordnungen vorgeschlagen</translation>
    </message>
    <message>
        <source>matches wait to be decided</source>
        <translation>Zuordnungen warten auf Entscheidung</translation>
    </message>
    <message>
        <source>matches: suggest from a competitor's list</source>
        <translation>Zuordnungen: aus der Liste eines Wettbewerbers vorschlagen</translation>
    </message>
    <message>
        <source>max</source>
        <translation>max.</translation>
    </message>
    <message>
        <source>max_changes is a whole number, 0 or more.</source>
        <translation>max_changes ist eine ganze Zahl, 0 oder mehr.</translation>
    </message>
    <message>
        <source>median %1</source>
        <translation>Median %1</translation>
    </message>
    <message>
        <source>median of %1 sellers</source>
        <translation>Median von %1 Anbietern</translation>
    </message>
    <message>
        <source>median of all</source>
        <translation>Median aller</translation>
    </message>
    <message>
        <source>members of the loyalty program</source>
        <translation>Mitglieder des Treueprogramms</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min.</translation>
    </message>
    <message>
        <source>minimum advertised price</source>
        <translation>Mindestwerbepreis</translation>
    </message>
    <message>
        <source>minimum advertised prices are not enforced in this market</source>
        <translation>Mindestwerbepreise werden in diesem Markt nicht durchgesetzt</translation>
    </message>
    <message>
        <source>minimum margin</source>
        <translation>Mindestmarge</translation>
    </message>
    <message>
        <source>minor units, like 99, 95</source>
        <translation>kleinste Einheiten, wie 99, 95</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>verfehlt</translation>
    </message>
    <message>
        <source>missed, and brought in now</source>
        <translation>fehlte und ist jetzt nachgeholt</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>mix</source>
        <translation>Mix</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>model %1</source>
        <translation>Modell %1</translation>
    </message>
    <message>
        <source>model %1 → %2, %3</source>
        <translation>Modell %1 → %2, %3</translation>
    </message>
    <message>
        <source>model promoted</source>
        <translation>Modell befördert</translation>
    </message>
    <message>
        <source>model registered</source>
        <translation>Modell eingetragen</translation>
    </message>
    <message>
        <source>model rolled back</source>
        <translation>Modell zurückgenommen</translation>
    </message>
    <message>
        <source>model silent</source>
        <translation>Modell schweigt</translation>
    </message>
    <message>
        <source>model version added</source>
        <translation>Modellversion angelegt</translation>
    </message>
    <message>
        <source>model, elasticity %1</source>
        <translation>Modell, Elastizität %1</translation>
    </message>
    <message>
        <source>month: %1 % of its target</source>
        <translation>Monat: %1 % des Ziels</translation>
    </message>
    <message>
        <source>month: %1 %, target %2 %</source>
        <translation>Monat: %1 %, Ziel %2 %</translation>
    </message>
    <message>
        <source>more</source>
        <translation>mehr</translation>
    </message>
    <message>
        <source>more decimals than can be kept exactly</source>
        <translation>mehr Nachkommastellen, als genau behalten werden können</translation>
    </message>
    <message>
        <source>more of what brings much a unit, or little</source>
        <translation>mehr von dem, was je Stück viel bringt, oder wenig</translation>
    </message>
    <message>
        <source>more or fewer cells than the header</source>
        <translation>mehr oder weniger Zellen als der Kopf</translation>
    </message>
    <message>
        <source>more seems to sell at a higher price: something else moved both</source>
        <translation>zu höherem Preis scheint mehr verkauft zu werden: etwas anderes bewegte beides</translation>
    </message>
    <message>
        <source>more than a quarter of the blocks did not have their price in time</source>
        <translation>mehr als ein Viertel der Blöcke hatte seinen Preis nicht rechtzeitig</translation>
    </message>
    <message>
        <source>more than one in a hundred order lines have no known cost or VAT</source>
        <translation>von mehr als einer aus hundert Bestellzeilen sind Kosten oder Mehrwertsteuer nicht bekannt</translation>
    </message>
    <message>
        <source>more than seven times our price, or less than a seventh</source>
        <translation>mehr als das Siebenfache unseres Preises oder weniger als ein Siebtel</translation>
    </message>
    <message>
        <source>more units get the new price</source>
        <translation>mehr Einheiten bekommen den neuen Preis</translation>
    </message>
    <message>
        <source>more was given back for some orders than was paid for them</source>
        <translation>für einige Bestellungen wurde mehr erstattet, als für sie bezahlt wurde</translation>
    </message>
    <message>
        <source>more would bring little</source>
        <translation>mehr brächte wenig</translation>
    </message>
    <message>
        <source>mostly: %1</source>
        <translation>meist: %1</translation>
    </message>
    <message>
        <source>moved by limits</source>
        <translation>durch Grenzen verschoben</translation>
    </message>
    <message>
        <source>moved to an allowed ending</source>
        <translation>auf eine erlaubte Endung verschoben</translation>
    </message>
    <message>
        <source>moved to another batch</source>
        <translation>in ein anderes Preispaket verschoben</translation>
    </message>
    <message>
        <source>moved to the ladder</source>
        <translation>auf die Staffel verschoben</translation>
    </message>
    <message>
        <source>moves together with something else</source>
        <translation>bewegt sich mit etwas anderem zusammen</translation>
    </message>
    <message>
        <source>moves with the mean price</source>
        <translation>geht mit dem mittleren Preis</translation>
    </message>
    <message>
        <source>moves ≤ %1 %</source>
        <translation>Schritte ≤ %1 %</translation>
    </message>
    <message>
        <source>n/a</source>
        <translation>k. A.</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>nearest allowed</source>
        <translation>nächster erlaubter</translation>
    </message>
    <message>
        <source>needs a human</source>
        <translation>braucht einen Menschen</translation>
    </message>
    <message>
        <source>needs approval</source>
        <translation>braucht Freigabe</translation>
    </message>
    <message>
        <source>needs data on what customers looked at</source>
        <translation>braucht Daten darüber, was Kunden ansahen</translation>
    </message>
    <message>
        <source>negative units</source>
        <translation>negative Stückzahl</translation>
    </message>
    <message>
        <source>neither an order nor a refund</source>
        <translation>weder eine Bestellung noch eine Erstattung</translation>
    </message>
    <message>
        <source>neither starttls nor tls</source>
        <translation>weder starttls noch tls</translation>
    </message>
    <message>
        <source>neither yes nor no</source>
        <translation>weder ja noch nein</translation>
    </message>
    <message>
        <source>net of VAT, %1</source>
        <translation>ohne MwSt., %1</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>never above</source>
        <translation>nie über</translation>
    </message>
    <message>
        <source>never below</source>
        <translation>nie unter</translation>
    </message>
    <message>
        <source>never changed so far</source>
        <translation>bisher nie geändert</translation>
    </message>
    <message>
        <source>never decides: an earlier rule decides for all its prices</source>
        <translation>entscheidet nie: Eine frühere Regel entscheidet für alle ihre Preise</translation>
    </message>
    <message>
        <source>never read back</source>
        <translation>nie zurückgelesen</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>new batch; Ctrl+Enter signs it</source>
        <translation>neues Preispaket; Strg+Eingabe zeichnet es</translation>
    </message>
    <message>
        <source>new price</source>
        <translation>neuer Preis</translation>
    </message>
    <message>
        <source>new price later</source>
        <translation>neuer Preis später</translation>
    </message>
    <message>
        <source>new product, or one in a further zone</source>
        <translation>neues Produkt, oder eines in einer weiteren Zone</translation>
    </message>
    <message>
        <source>new rule</source>
        <translation>neue Regel</translation>
    </message>
    <message>
        <source>new test; in it Ctrl+S keeps a draft, Ctrl+Enter starts, Esc leaves</source>
        <translation>neuer Test; darin behält Strg+S einen Entwurf, Strg+Eingabe startet, Esc verlässt</translation>
    </message>
    <message>
        <source>new version, as challenger</source>
        <translation>neue Version, als Herausforderer</translation>
    </message>
    <message>
        <source>newest, oldest entry</source>
        <translation>neuester, ältester Eintrag</translation>
    </message>
    <message>
        <source>next card</source>
        <translation>nächste Karte</translation>
    </message>
    <message>
        <source>next chart</source>
        <translation>nächstes Diagramm</translation>
    </message>
    <message>
        <source>next look on %1 · %2</source>
        <translation>nächste Auswertung am %1 · %2</translation>
    </message>
    <message>
        <source>next part of the page</source>
        <translation>nächster Teil der Seite</translation>
    </message>
    <message>
        <source>next period: 4, 13, 26, 52 weeks, year to date</source>
        <translation>nächster Zeitraum: 4, 13, 26, 52 Wochen, laufendes Jahr</translation>
    </message>
    <message>
        <source>next release %1</source>
        <translation>nächste Auslieferung %1</translation>
    </message>
    <message>
        <source>next table</source>
        <translation>nächste Tabelle</translation>
    </message>
    <message>
        <source>next, previous</source>
        <translation>nächste, vorige</translation>
    </message>
    <message>
        <source>next, previous entry</source>
        <translation>nächster, voriger Eintrag</translation>
    </message>
    <message>
        <source>next, previous row</source>
        <translation>nächste, vorige Zeile</translation>
    </message>
    <message>
        <source>next, previous test</source>
        <translation>nächster, voriger Test</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>no Chromium is installed</source>
        <translation>kein Chromium ist installiert</translation>
    </message>
    <message>
        <source>no VAT rate is recorded, so that no margin can be told</source>
        <translation>kein Steuersatz ist verzeichnet, eine Marge lässt sich also nicht nennen</translation>
    </message>
    <message>
        <source>no VAT rate of the product's class in the zone's market</source>
        <translation>kein Steuersatz für die Klasse des Artikels im Markt der Zone</translation>
    </message>
    <message>
        <source>no address at all</source>
        <translation>gar keine Adresse</translation>
    </message>
    <message>
        <source>no address for mail</source>
        <translation>keine Mailadresse</translation>
    </message>
    <message>
        <source>no address is set</source>
        <translation>keine Adresse gesetzt</translation>
    </message>
    <message>
        <source>no address that exists</source>
        <translation>keine Adresse, die es gibt</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>no answer in 24 hours</source>
        <translation>keine Antwort in 24 Stunden</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>keine rechtzeitige Antwort</translation>
    </message>
    <message>
        <source>no browser is used as root</source>
        <translation>als root wird kein Browser verwendet</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>keine Änderung</translation>
    </message>
    <message>
        <source>no change: a price test runs here, or has just ended</source>
        <translation>keine Änderung: hier läuft ein Preistest, oder er ist eben zu Ende gegangen</translation>
    </message>
    <message>
        <source>no change: a pricing rule holds the price</source>
        <translation>keine Änderung: Eine Preisregel hält den Preis</translation>
    </message>
    <message>
        <source>no change: drawn at random, to learn from</source>
        <translation>keine Änderung: zufällig gezogen, um daraus zu lernen</translation>
    </message>
    <message>
        <source>no change: it has not sold once, and no price tells what would change that</source>
        <translation>keine Änderung: es wurde noch nie verkauft, und kein Preis verrät, was das ändern würde</translation>
    </message>
    <message>
        <source>no change: limits and endings leave only prices that gain nothing</source>
        <translation>keine Änderung: Grenzen und Endungen lassen nur Preise, die nichts bringen</translation>
    </message>
    <message>
        <source>no change: no other price was ever seen near enough</source>
        <translation>keine Änderung: Kein anderer Preis wurde je nah genug gesehen</translation>
    </message>
    <message>
        <source>no change: nothing is in stock to be sold at another price</source>
        <translation>keine Änderung: nichts ist auf Lager, das zu einem anderen Preis verkauft werden könnte</translation>
    </message>
    <message>
        <source>no change: of the allowed prices today's is nearest to what a rule asks for</source>
        <translation>keine Änderung: Von den erlaubten Preisen ist der heutige dem einer Regel am nächsten</translation>
    </message>
    <message>
        <source>no change: the fallback comes to today's price</source>
        <translation>keine Änderung: Der Ersatzweg kommt auf den heutigen Preis</translation>
    </message>
    <message>
        <source>no change: the gain is smaller than the cost of a new label</source>
        <translation>keine Änderung: Der Gewinn ist kleiner als die Kosten eines neuen Etiketts</translation>
    </message>
    <message>
        <source>no change: the limits leave no other price</source>
        <translation>keine Änderung: Die Grenzen lassen keinen anderen Preis</translation>
    </message>
    <message>
        <source>no change: the price is where it pays most</source>
        <translation>keine Änderung: Der Preis steht, wo er am meisten bringt</translation>
    </message>
    <message>
        <source>no change: the rule comes to today's price</source>
        <translation>keine Änderung: Die Regel kommt auf den heutigen Preis</translation>
    </message>
    <message>
        <source>no change: the whole category would move too far at once</source>
        <translation>keine Änderung: Die ganze Kategorie bewegte sich auf einmal zu weit</translation>
    </message>
    <message>
        <source>no change: today's price was drawn at random and is being learnt from</source>
        <translation>keine Änderung: Der heutige Preis wurde zufällig gezogen, aus ihm wird gerade gelernt</translation>
    </message>
    <message>
        <source>no competitor prices</source>
        <translation>keine Wettbewerberpreise</translation>
    </message>
    <message>
        <source>no competitor reference</source>
        <translation>keine Wettbewerberreferenz</translation>
    </message>
    <message>
        <source>no competitor reference, now or a week ago</source>
        <translation>keine Wettbewerberreferenz, weder jetzt noch vor einer Woche</translation>
    </message>
    <message>
        <source>no cost</source>
        <translation>keine Kosten</translation>
    </message>
    <message>
        <source>no cost for %1</source>
        <translation>keine Kosten für %1</translation>
    </message>
    <message>
        <source>no cost has changed in the last 60 days</source>
        <translation>in den letzten 60 Tagen haben sich keine Kosten geändert</translation>
    </message>
    <message>
        <source>no cost: %1</source>
        <translation>keine Kosten: %1</translation>
    </message>
    <message>
        <source>no costs for these sales</source>
        <translation>keine Kosten für diese Verkäufe</translation>
    </message>
    <message>
        <source>no costs, or one week only</source>
        <translation>keine Kosten, oder nur eine Woche</translation>
    </message>
    <message>
        <source>no currency</source>
        <translation>keine Währung</translation>
    </message>
    <message>
        <source>no currency can be told</source>
        <translation>keine Währung ist zu erkennen</translation>
    </message>
    <message>
        <source>no cycle has run yet</source>
        <translation>noch ist kein Zyklus gelaufen</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>no data above %1</source>
        <translation>keine Daten über %1</translation>
    </message>
    <message>
        <source>no data below %1</source>
        <translation>keine Daten unter %1</translation>
    </message>
    <message>
        <source>no difference that matters</source>
        <translation>kein Unterschied von Bedeutung</translation>
    </message>
    <message>
        <source>no elasticity to go by</source>
        <translation>keine Elastizität, nach der zu gehen wäre</translation>
    </message>
    <message>
        <source>no estimate</source>
        <translation>keine Schätzung</translation>
    </message>
    <message>
        <source>no event</source>
        <translation>kein Ereignis</translation>
    </message>
    <message>
        <source>no evidence came with it</source>
        <translation>ohne Beleg gekommen</translation>
    </message>
    <message>
        <source>no exchange rate</source>
        <translation>kein Wechselkurs</translation>
    </message>
    <message>
        <source>no exchange rate for the cost of a label: it is not counted</source>
        <translation>kein Wechselkurs für die Kosten eines Etiketts: Sie werden nicht gezählt</translation>
    </message>
    <message>
        <source>no exchange rate of the last weeks</source>
        <translation>kein Wechselkurs der letzten Wochen</translation>
    </message>
    <message>
        <source>no exchange rate to hold it against the limit</source>
        <translation>kein Wechselkurs, um es an der Grenze zu messen</translation>
    </message>
    <message>
        <source>no field is the price</source>
        <translation>kein Feld ist der Preis</translation>
    </message>
    <message>
        <source>no figures: %1</source>
        <translation>keine Zahlen: %1</translation>
    </message>
    <message>
        <source>no file is there yet</source>
        <translation>noch ist keine Datei da</translation>
    </message>
    <message>
        <source>no filter</source>
        <translation>kein Filter</translation>
    </message>
    <message>
        <source>no fresh competitor prices</source>
        <translation>keine frischen Wettbewerberpreise</translation>
    </message>
    <message>
        <source>no gain to be found</source>
        <translation>kein Gewinn zu finden</translation>
    </message>
    <message>
        <source>no history</source>
        <translation>kein Verlauf</translation>
    </message>
    <message>
        <source>no identifier</source>
        <translation>keine Kennung</translation>
    </message>
    <message>
        <source>no key is kept</source>
        <translation>kein Schlüssel ist abgelegt</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>no local port was free</source>
        <translation>kein lokaler Port war frei</translation>
    </message>
    <message>
        <source>no longer offered</source>
        <translation>nicht mehr angeboten</translation>
    </message>
    <message>
        <source>no longer sold in a zone</source>
        <translation>in einer Zone nicht mehr verkauft</translation>
    </message>
    <message>
        <source>no matched price</source>
        <translation>kein zugeordneter Preis</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>kein Modell</translation>
    </message>
    <message>
        <source>no model to ask</source>
        <translation>kein Modell zu fragen</translation>
    </message>
    <message>
        <source>no name of a mail server</source>
        <translation>kein Name eines Mailservers</translation>
    </message>
    <message>
        <source>no number in the text</source>
        <translation>keine Zahl im Text</translation>
    </message>
    <message>
        <source>no offers</source>
        <translation>keine Angebote</translation>
    </message>
    <message>
        <source>no other price is proposed</source>
        <translation>kein anderer Preis wird vorgeschlagen</translation>
    </message>
    <message>
        <source>no other price may be tried</source>
        <translation>kein anderer Preis darf versucht werden</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>kein Preis</translation>
    </message>
    <message>
        <source>no price can be told</source>
        <translation>kein Preis lässt sich nennen</translation>
    </message>
    <message>
        <source>no price in force</source>
        <translation>kein geltender Preis</translation>
    </message>
    <message>
        <source>no price in force to compare with</source>
        <translation>kein geltender Preis zum Vergleichen</translation>
    </message>
    <message>
        <source>no price of the ladder ends so: the rule never does anything</source>
        <translation>kein Preis der Staffel endet so: Die Regel bewirkt nie etwas</translation>
    </message>
    <message>
        <source>no price on the page</source>
        <translation>kein Preis auf der Seite</translation>
    </message>
    <message>
        <source>no price published yet</source>
        <translation>noch kein Preis veröffentlicht</translation>
    </message>
    <message>
        <source>no price was found yet</source>
        <translation>noch wurde kein Preis gefunden</translation>
    </message>
    <message>
        <source>no prices yet</source>
        <translation>noch keine Preise</translation>
    </message>
    <message>
        <source>no revenue has come in yet</source>
        <translation>noch ist kein Umsatz eingegangen</translation>
    </message>
    <message>
        <source>no sales</source>
        <translation>keine Verkäufe</translation>
    </message>
    <message>
        <source>no sales yet</source>
        <translation>noch keine Verkäufe</translation>
    </message>
    <message>
        <source>no sales yet: import them</source>
        <translation>noch keine Verkäufe: Importieren Sie sie</translation>
    </message>
    <message>
        <source>no secure connection to the mail server</source>
        <translation>keine sichere Verbindung zum Mailserver</translation>
    </message>
    <message>
        <source>no secure connection to the receiver</source>
        <translation>keine sichere Verbindung zum Empfänger</translation>
    </message>
    <message>
        <source>no seller</source>
        <translation>kein Händler</translation>
    </message>
    <message>
        <source>no sender is set</source>
        <translation>kein Absender gesetzt</translation>
    </message>
    <message>
        <source>no signing secret is kept</source>
        <translation>kein Geheimnis zum Signieren ist abgelegt</translation>
    </message>
    <message>
        <source>no stock recorded</source>
        <translation>kein Bestand verzeichnet</translation>
    </message>
    <message>
        <source>no test ended in the period</source>
        <translation>kein Test endete im Zeitraum</translation>
    </message>
    <message>
        <source>no tests yet</source>
        <translation>noch keine Tests</translation>
    </message>
    <message>
        <source>no times: every event of a unit counts</source>
        <translation>keine Zeiten: jedes Ereignis einer Einheit zählt</translation>
    </message>
    <message>
        <source>no usable cost</source>
        <translation>keine brauchbaren Kosten</translation>
    </message>
    <message>
        <source>no verdict in the period</source>
        <translation>kein Urteil im Zeitraum</translation>
    </message>
    <message>
        <source>no words of the page were kept</source>
        <translation>keine Worte der Seite aufbewahrt</translation>
    </message>
    <message>
        <source>no words to compare</source>
        <translation>keine Wörter zu vergleichen</translation>
    </message>
    <message>
        <source>nobody answers</source>
        <translation>niemand antwortet</translation>
    </message>
    <message>
        <source>nobody answers at the mail server</source>
        <translation>am Mailserver antwortet niemand</translation>
    </message>
    <message>
        <source>nobody answers at the receiver</source>
        <translation>beim Empfänger antwortet niemand</translation>
    </message>
    <message>
        <source>nobody decided</source>
        <translation>niemand hat entschieden</translation>
    </message>
    <message>
        <source>nobody decided in time</source>
        <translation>niemand entschied rechtzeitig</translation>
    </message>
    <message>
        <source>nobody is named</source>
        <translation>niemand ist genannt</translation>
    </message>
    <message>
        <source>nobody knows this member</source>
        <translation>diesen Eintrag kennt niemand</translation>
    </message>
    <message>
        <source>nobody seen yet</source>
        <translation>noch niemand gesehen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>none asked for</source>
        <translation>keiner verlangt</translation>
    </message>
    <message>
        <source>none lies inside the limits</source>
        <translation>keiner liegt innerhalb der Grenzen</translation>
    </message>
    <message>
        <source>none of the orders names a visitor of the test</source>
        <translation>keine der Bestellungen nennt einen Besucher des Tests</translation>
    </message>
    <message>
        <source>none recorded</source>
        <translation>keine verzeichnet</translation>
    </message>
    <message>
        <source>none was taken</source>
        <translation>keiner wurde genommen</translation>
    </message>
    <message>
        <source>none within half a year</source>
        <translation>keine innerhalb eines halben Jahres</translation>
    </message>
    <message>
        <source>none, or http://proxy:3128, …</source>
        <translation>keine, oder http://proxy:3128, …</translation>
    </message>
    <message>
        <source>none; it goes into the keychain</source>
        <translation>keiner; er kommt in den Schlüsselbund</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>not</source>
        <translation>nicht</translation>
    </message>
    <message>
        <source>not a day</source>
        <translation>kein Tag</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>keine Zahl</translation>
    </message>
    <message>
        <source>not a plausible price</source>
        <translation>kein glaubhafter Preis</translation>
    </message>
    <message>
        <source>not a price</source>
        <translation>kein Preis</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>not an increase</source>
        <translation>keine Erhöhung</translation>
    </message>
    <message>
        <source>not asked for any more: it was switched off meanwhile</source>
        <translation>nicht mehr abgefragt: inzwischen ausgeschaltet</translation>
    </message>
    <message>
        <source>not asked for any more: its match was taken back meanwhile</source>
        <translation>nicht mehr abgefragt: die Zuordnung wurde inzwischen zurückgenommen</translation>
    </message>
    <message>
        <source>not asked for any more: the site's terms were taken back meanwhile</source>
        <translation>nicht mehr abgefragt: die Bedingungen der Website wurden inzwischen zurückgenommen</translation>
    </message>
    <message>
        <source>not asked for: the budget is spent</source>
        <translation>nicht abgefragt: das Budget ist verbraucht</translation>
    </message>
    <message>
        <source>not asked for: what was found before could not be kept</source>
        <translation>nicht abgefragt: was zuvor gefunden wurde, ließ sich nicht speichern</translation>
    </message>
    <message>
        <source>not certain to earn more than no change</source>
        <translation>nicht sicher besser als keine Änderung</translation>
    </message>
    <message>
        <source>not charged at the tills</source>
        <translation>an den Kassen nicht berechnet</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>noch nicht geprüft</translation>
    </message>
    <message>
        <source>not enforced in this market</source>
        <translation>in diesem Markt nicht durchgesetzt</translation>
    </message>
    <message>
        <source>not far above competitors</source>
        <translation>nicht weit über den Wettbewerbern</translation>
    </message>
    <message>
        <source>not fresh: %1</source>
        <translation>nicht frisch: %1</translation>
    </message>
    <message>
        <source>not guarded</source>
        <translation>nicht geschützt</translation>
    </message>
    <message>
        <source>not in the CSV</source>
        <translation>nicht in der CSV</translation>
    </message>
    <message>
        <source>not in the JSON</source>
        <translation>nicht im JSON</translation>
    </message>
    <message>
        <source>not judged yet</source>
        <translation>noch nicht beurteilt</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>noch nicht abgerufen</translation>
    </message>
    <message>
        <source>not looked at: its match is not confirmed</source>
        <translation>nicht angesehen: die Zuordnung ist nicht bestätigt</translation>
    </message>
    <message>
        <source>not now</source>
        <translation>nicht jetzt</translation>
    </message>
    <message>
        <source>not paid as far as is known</source>
        <translation>nicht bezahlt, soweit bekannt</translation>
    </message>
    <message>
        <source>not positive</source>
        <translation>nicht positiv</translation>
    </message>
    <message>
        <source>not predicted</source>
        <translation>nicht vorhergesagt</translation>
    </message>
    <message>
        <source>not public</source>
        <translation>nicht öffentlich</translation>
    </message>
    <message>
        <source>not readable as a price</source>
        <translation>nicht als Preis lesbar</translation>
    </message>
    <message>
        <source>not set up</source>
        <translation>nicht eingerichtet</translation>
    </message>
    <message>
        <source>not shown</source>
        <translation>nicht belegt</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>nicht signiert</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>nicht gestartet</translation>
    </message>
    <message>
        <source>not to be trusted: events are of units without exposure, and an arm lacks them</source>
        <translation>nicht zu trauen: Ereignisse gehören zu Einheiten ohne Einblendung, und einem Arm fehlen sie</translation>
    </message>
    <message>
        <source>not to be trusted: the arms did not get the shares that were planned</source>
        <translation>kein Verlass darauf: die Arme bekamen nicht die geplanten Anteile</translation>
    </message>
    <message>
        <source>not to be trusted: the arms have other shares from segment to segment, so the segments decide what is seen; compare within them (--stratify)</source>
        <translation>nicht zu trauen: die Arme haben von Segment zu Segment andere Anteile, also entscheiden die Segmente, was zu sehen ist; vergleichen Sie innerhalb von ihnen (--stratify)</translation>
    </message>
    <message>
        <source>not to be trusted: the arms were not drawn with the probabilities that were logged</source>
        <translation>nicht vertrauenswürdig: die Arme wurden nicht mit den protokollierten Wahrscheinlichkeiten gezogen</translation>
    </message>
    <message>
        <source>not to be trusted: too many events are in a currency without a rate</source>
        <translation>nicht zu trauen: zu viele Ereignisse haben eine Währung ohne Kurs</translation>
    </message>
    <message>
        <source>not to be trusted: too many units were seen in two arms</source>
        <translation>nicht belastbar: Zu viele Einheiten wurden in zwei Armen gesehen</translation>
    </message>
    <message>
        <source>not too often</source>
        <translation>nicht zu oft</translation>
    </message>
    <message>
        <source>not what it should be</source>
        <translation>nicht, was er sein sollte</translation>
    </message>
    <message>
        <source>not worth a change</source>
        <translation>keine Änderung wert</translation>
    </message>
    <message>
        <source>not worth a change, but today's price is outside the limits</source>
        <translation>keine Änderung wert, aber der heutige Preis liegt außerhalb der Grenzen</translation>
    </message>
    <message>
        <source>not worth a change: today's price stays</source>
        <translation>keine Änderung wert: Der heutige Preis bleibt</translation>
    </message>
    <message>
        <source>not written: %1</source>
        <translation>nicht geschrieben: %1</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>nothing can be decided now, whatever it shows: so few clusters can be dealt out in too few ways for so many comparisons and looks</source>
        <translation>nichts kann jetzt entschieden werden, was es auch zeigt: so wenige Cluster lassen sich auf zu wenige Weisen zuteilen für so viele Vergleiche und Auswertungen</translation>
    </message>
    <message>
        <source>nothing can be recommended</source>
        <translation>nichts kann empfohlen werden</translation>
    </message>
    <message>
        <source>nothing has come in for a while</source>
        <translation>seit einer Weile ist nichts hereingekommen</translation>
    </message>
    <message>
        <source>nothing is decided: to decide at the planned end, say how many units are planned</source>
        <translation>nichts ist entschieden: um am geplanten Ende zu entscheiden, sagen, wie viele Einheiten geplant sind</translation>
    </message>
    <message>
        <source>nothing is kept to sign with</source>
        <translation>zum Unterschreiben ist nichts abgelegt</translation>
    </message>
    <message>
        <source>nothing is known of the market yet</source>
        <translation>über den Markt ist noch nichts bekannt</translation>
    </message>
    <message>
        <source>nothing is left in it</source>
        <translation>nichts ist mehr darin</translation>
    </message>
    <message>
        <source>nothing is to be published here yet</source>
        <translation>hier ist noch nichts zu veröffentlichen</translation>
    </message>
    <message>
        <source>nothing of it was published by itself</source>
        <translation>nichts davon wurde von selbst veröffentlicht</translation>
    </message>
    <message>
        <source>nothing of its own, only its category's</source>
        <translation>nichts Eigenes, nur das seiner Kategorie</translation>
    </message>
    <message>
        <source>nothing rolled out in the period</source>
        <translation>nichts ausgerollt im Zeitraum</translation>
    </message>
    <message>
        <source>nothing to ask: the shop shows the prices</source>
        <translation>nichts zu fragen: der Shop zeigt die Preise</translation>
    </message>
    <message>
        <source>nothing untouched to compare with</source>
        <translation>nichts Unberührtes zum Vergleichen</translation>
    </message>
    <message>
        <source>nothing unusual</source>
        <translation>nichts Ungewöhnliches</translation>
    </message>
    <message>
        <source>nothing was looked at in 24 hours</source>
        <translation>in 24 Stunden nichts angesehen</translation>
    </message>
    <message>
        <source>nothing was predicted</source>
        <translation>nichts wurde vorhergesagt</translation>
    </message>
    <message>
        <source>nothing was recommended</source>
        <translation>nichts wurde empfohlen</translation>
    </message>
    <message>
        <source>nothing yet (MDE %1 %)</source>
        <translation>noch nichts (MDE %1 %)</translation>
    </message>
    <message>
        <source>nothing: no price has changed yet</source>
        <translation>nichts: noch kein Preis hat sich geändert</translation>
    </message>
    <message>
        <source>notices made due again</source>
        <translation>Benachrichtigungen erneut fällig</translation>
    </message>
    <message>
        <source>notify.smtp.security is starttls or tls, not "{value}". Without TLS nothing is sent; notices wait.</source>
        <translation>notify.smtp.security ist starttls oder tls, nicht „{value}“. Ohne TLS wird nichts gesendet; Benachrichtigungen warten.</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>jetzt %1</translation>
    </message>
    <message>
        <source>now %1 · proposed %2 %3</source>
        <translation>jetzt %1 · vorgeschlagen %2 %3</translation>
    </message>
    <message>
        <source>numbers of weeks mean no days yet: write under Days on which day number 1 began, such as week:1989-09-14</source>
        <translation>Wochennummern sind noch keine Tage: unter Tage schreiben, an welchem Tag Nummer 1 begann, etwa week:1989-09-14</translation>
    </message>
    <message>
        <source>numbers of weeks or periods mean no days yet. Say on which day number 1 began with --date-format week:YYYY-MM-DD, or name a column of days with --column</source>
        <translation>Nummern von Wochen oder Zeiträumen sind noch keine Tage. Sagen Sie, an welchem Tag Nummer 1 begann, mit --date-format week:YYYY-MM-DD, oder nennen Sie eine Spalte mit Tagen mit --column</translation>
    </message>
    <message>
        <source>observational</source>
        <translation>aus Beobachtung</translation>
    </message>
    <message>
        <source>observed prices</source>
        <translation>gesehene Preise</translation>
    </message>
    <message>
        <source>observed prices adopted</source>
        <translation>beobachtete Preise übernommen</translation>
    </message>
    <message>
        <source>of %1 % of revenue</source>
        <translation>von %1 % des Umsatzes</translation>
    </message>
    <message>
        <source>of %1 looks</source>
        <translation>von %1 Blicken</translation>
    </message>
    <message>
        <source>of %1 · Backspace goes back</source>
        <translation>aus %1 · Rücktaste geht zurück</translation>
    </message>
    <message>
        <source>of a predicted unit came %1 [%2 … %3]</source>
        <translation>von einer vorhergesagten Einheit kam %1 [%2 … %3]</translation>
    </message>
    <message>
        <source>of the first %1, %2 would be rejected: %3</source>
        <translation>von den ersten %1 würden %2 abgewiesen: %3</translation>
    </message>
    <message>
        <source>of the gateway's test mode</source>
        <translation>aus dem Testmodus des Zahlungsdienstes</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>off by a factor of 10 or 100</source>
        <translation>um einen Faktor 10 oder 100 daneben</translation>
    </message>
    <message>
        <source>offer · %1</source>
        <translation>Angebot · %1</translation>
    </message>
    <message>
        <source>offered again</source>
        <translation>wieder angeboten</translation>
    </message>
    <message>
        <source>offers checked</source>
        <translation>Angebote geprüft</translation>
    </message>
    <message>
        <source>offers, matches, moves, alerts, sites</source>
        <translation>Angebote, Zuordnungen, Bewegungen, Alarme, Websites</translation>
    </message>
    <message>
        <source>offers: it is right and counts; matches: the same product; alerts: done</source>
        <translation>Angebote: richtig und zählt; Zuordnungen: dasselbe Produkt; Alarme: erledigt</translation>
    </message>
    <message>
        <source>offers: it is wrong and never counts; matches: not the same</source>
        <translation>Angebote: falsch und zählt nie; Zuordnungen: nicht dasselbe</translation>
    </message>
    <message>
        <source>old offers deleted</source>
        <translation>alte Angebote gelöscht</translation>
    </message>
    <message>
        <source>old pages and looks deleted</source>
        <translation>alte Seiten und Abrufe gelöscht</translation>
    </message>
    <message>
        <source>old price</source>
        <translation>alter Preis</translation>
    </message>
    <message>
        <source>old test events and draws of visitors forgotten</source>
        <translation>alte Ereignisse von Tests und Ziehungen von Besuchern vergessen</translation>
    </message>
    <message>
        <source>older ones are left out</source>
        <translation>ältere sind weggelassen</translation>
    </message>
    <message>
        <source>oldest expires in %1</source>
        <translation>der älteste läuft in %1 ab</translation>
    </message>
    <message>
        <source>oldest has expired</source>
        <translation>der älteste ist abgelaufen</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>on harm, at an undecided end, when nobody decides</source>
        <translation>bei Schaden, bei unentschiedenem Ende, wenn niemand entscheidet</translation>
    </message>
    <message>
        <source>on the ladder</source>
        <translation>auf der Staffel</translation>
    </message>
    <message>
        <source>on track</source>
        <translation>im Plan</translation>
    </message>
    <message>
        <source>once</source>
        <translation>einmal</translation>
    </message>
    <message>
        <source>once, when it becomes true</source>
        <translation>einmal, sobald es gilt</translation>
    </message>
    <message>
        <source>one counts a seller</source>
        <translation>einer zählt je Anbieter</translation>
    </message>
    <message>
        <source>one number a training: compare versions instead</source>
        <translation>eine Zahl je Lernlauf: vergleichen Sie Versionen</translation>
    </message>
    <message>
        <source>one of url, token, page and offset is wanted</source>
        <translation>eines von url, token, page und offset ist verlangt</translation>
    </message>
    <message>
        <source>one price</source>
        <translation>ein Preis</translation>
    </message>
    <message>
        <source>one price for all</source>
        <translation>ein Preis für alle</translation>
    </message>
    <message>
        <source>one question, registered before the first price changes</source>
        <translation>eine Frage, festgeschrieben vor der ersten Preisänderung</translation>
    </message>
    <message>
        <source>one sign could mark decimals or thousands; it was taken for the decimal mark. Check the values, or say --decimal-mark</source>
        <translation>ein Zeichen könnte Dezimalen oder Tausender trennen; es wurde für das Dezimalzeichen genommen. Prüfen Sie die Werte, oder sagen Sie --decimal-mark</translation>
    </message>
    <message>
        <source>one unit alone sells a large part of everything</source>
        <translation>eine Einheit allein verkauft einen großen Teil von allem</translation>
    </message>
    <message>
        <source>only %1</source>
        <translation>nur %1</translation>
    </message>
    <message>
        <source>only https addresses are told</source>
        <translation>nur https-Adressen werden benachrichtigt</translation>
    </message>
    <message>
        <source>only instalments, not the price</source>
        <translation>nur Raten, nicht der Preis</translation>
    </message>
    <message>
        <source>only one has a number</source>
        <translation>nur eines hat eine Zahl</translation>
    </message>
    <message>
        <source>only one names a model</source>
        <translation>nur eines nennt ein Modell</translation>
    </message>
    <message>
        <source>only one names a property</source>
        <translation>nur eines nennt eine Eigenschaft</translation>
    </message>
    <message>
        <source>only one names a variant</source>
        <translation>nur eines nennt eine Variante</translation>
    </message>
    <message>
        <source>only plain characters can be sent</source>
        <translation>nur einfache Zeichen lassen sich senden</translation>
    </message>
    <message>
        <source>only tried with smaller changes</source>
        <translation>nur mit kleineren Änderungen versucht</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>open the product in Catalogue</source>
        <translation>Produkt im Katalog öffnen</translation>
    </message>
    <message>
        <source>open what a line is about</source>
        <translation>öffnen, worum es in einer Zeile geht</translation>
    </message>
    <message>
        <source>orders and payments brought in</source>
        <translation>Bestellungen und Zahlungen hereingeholt</translation>
    </message>
    <message>
        <source>orders kept here</source>
        <translation>Bestellungen von hier</translation>
    </message>
    <message>
        <source>other</source>
        <translation>anderes</translation>
    </message>
    <message>
        <source>other costs a unit</source>
        <translation>andere Kosten je Stück</translation>
    </message>
    <message>
        <source>other exchange rates</source>
        <translation>andere Wechselkurse</translation>
    </message>
    <message>
        <source>other net prices, VAT included</source>
        <translation>andere Nettopreise, MwSt. eingeschlossen</translation>
    </message>
    <message>
        <source>other words</source>
        <translation>andere Wörter</translation>
    </message>
    <message>
        <source>our index falls below %1</source>
        <translation>unser Index fällt unter %1</translation>
    </message>
    <message>
        <source>our index rises above %1</source>
        <translation>unser Index steigt über %1</translation>
    </message>
    <message>
        <source>our own code</source>
        <translation>unser eigener Code</translation>
    </message>
    <message>
        <source>our proxy refused what the page wanted</source>
        <translation>unser Proxy lehnte ab, was die Seite wollte</translation>
    </message>
    <message>
        <source>ours</source>
        <translation>von uns</translation>
    </message>
    <message>
        <source>ours ▲ %1 ▼ %2 · competitors ▲ %3 ▼ %4</source>
        <translation>unsere ▲ %1 ▼ %2 · Wettbewerber ▲ %3 ▼ %4</translation>
    </message>
    <message>
        <source>outside what a fallback may change alone</source>
        <translation>außerhalb dessen, was ein Ersatzweg allein ändern darf</translation>
    </message>
    <message>
        <source>outside, less</source>
        <translation>außerhalb, weniger</translation>
    </message>
    <message>
        <source>outside, more</source>
        <translation>außerhalb, mehr</translation>
    </message>
    <message>
        <source>over</source>
        <translation>vorbei</translation>
    </message>
    <message>
        <source>overall check</source>
        <translation>Gesamtprüfung</translation>
    </message>
    <message>
        <source>own %1</source>
        <translation>eigener %1</translation>
    </message>
    <message>
        <source>own data</source>
        <translation>eigene Daten</translation>
    </message>
    <message>
        <source>own price</source>
        <translation>eigener Preis</translation>
    </message>
    <message>
        <source>own price now %1, between %2 and %3 within the year</source>
        <translation>eigener Preis jetzt %1, innerhalb des Jahres zwischen %2 und %3</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>p_competitor is a positive price for each product, or null where none is known; a limit against competitors needs at least one.</source>
        <translation>p_competitor ist ein positiver Preis je Artikel, oder null, wo keiner bekannt ist; eine Grenze gegen Wettbewerber braucht mindestens einen.</translation>
    </message>
    <message>
        <source>packs</source>
        <translation>Packungen</translation>
    </message>
    <message>
        <source>page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>page switched on or off</source>
        <translation>Seite ein- oder ausgeschaltet</translation>
    </message>
    <message>
        <source>page watched</source>
        <translation>Seite beobachtet</translation>
    </message>
    <message>
        <source>pages run without a sandbox, as root</source>
        <translation>Seiten laufen als root ohne Sandbox</translation>
    </message>
    <message>
        <source>pages watched</source>
        <translation>Seiten beobachtet</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>bezahlt</translation>
    </message>
    <message>
        <source>part number</source>
        <translation>Teilenummer</translation>
    </message>
    <message>
        <source>partly refunded</source>
        <translation>teilweise erstattet</translation>
    </message>
    <message>
        <source>passes</source>
        <translation>hält</translation>
    </message>
    <message>
        <source>paste a column of targets, fill down</source>
        <translation>eine Spalte Ziele einfügen, nach unten ausfüllen</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>paused: %1</source>
        <translation>angehalten: %1</translation>
    </message>
    <message>
        <source>paused: sales silent %1</source>
        <translation>pausiert: Verkäufe schweigen seit %1</translation>
    </message>
    <message>
        <source>pending price</source>
        <translation>offener Preis</translation>
    </message>
    <message>
        <source>period before, next period</source>
        <translation>Zeitraum davor, danach</translation>
    </message>
    <message>
        <source>plan promotions for what is chosen</source>
        <translation>Aktionen für das Gewählte planen</translation>
    </message>
    <message>
        <source>plan promotions; also P in Catalogue, for the products chosen there</source>
        <translation>Aktionen planen; auch mit P im Katalog, für die dort gewählten Produkte</translation>
    </message>
    <message>
        <source>plan was changed</source>
        <translation>Plan wurde geändert</translation>
    </message>
    <message>
        <source>plan what the form asks; Esc stops</source>
        <translation>planen, was das Formular fragt; Esc hält an</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>geplant</translation>
    </message>
    <message>
        <source>planned %1</source>
        <translation>geplant %1</translation>
    </message>
    <message>
        <source>planned anew</source>
        <translation>neu geplant</translation>
    </message>
    <message>
        <source>planned here</source>
        <translation>hier geplant</translation>
    </message>
    <message>
        <source>planning prices</source>
        <translation>Preise werden geplant</translation>
    </message>
    <message>
        <source>planning the frontier</source>
        <translation>die Grenzkurve wird geplant</translation>
    </message>
    <message>
        <source>plausible</source>
        <translation>glaubhaft</translation>
    </message>
    <message>
        <source>policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>pooled: %1</source>
        <translation>zusammengelegt: %1</translation>
    </message>
    <message>
        <source>pre-registered end</source>
        <translation>festgeschriebenes Ende</translation>
    </message>
    <message>
        <source>predicted profit a week, %1; upwards: realized</source>
        <translation>vorhergesagter Gewinn je Woche, %1; nach oben: realisierter</translation>
    </message>
    <message>
        <source>price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>price changed</source>
        <translation>Preis geändert</translation>
    </message>
    <message>
        <source>price changes</source>
        <translation>Preisänderungen</translation>
    </message>
    <message>
        <source>price drawn at random, to learn from</source>
        <translation>Preis zufällig gezogen, um daraus zu lernen</translation>
    </message>
    <message>
        <source>price elasticity</source>
        <translation>Preiselastizität</translation>
    </message>
    <message>
        <source>price ending</source>
        <translation>Preisendung</translation>
    </message>
    <message>
        <source>price endings</source>
        <translation>Preisendungen</translation>
    </message>
    <message>
        <source>price files not written</source>
        <translation>Preisdateien nicht geschrieben</translation>
    </message>
    <message>
        <source>price files planned</source>
        <translation>Preisdateien geplant</translation>
    </message>
    <message>
        <source>price files read back and verified</source>
        <translation>Preisdateien zurückgelesen und bestätigt</translation>
    </message>
    <message>
        <source>price files written</source>
        <translation>Preisdateien geschrieben</translation>
    </message>
    <message>
        <source>price gets a new cost</source>
        <translation>Preis bekommt neue Kosten</translation>
    </message>
    <message>
        <source>price has no cost: it holds</source>
        <translation>Preis hat keine Kosten: Er bleibt</translation>
    </message>
    <message>
        <source>price in force</source>
        <translation>geltender Preis</translation>
    </message>
    <message>
        <source>price index</source>
        <translation>Preisindex</translation>
    </message>
    <message>
        <source>price index, at least</source>
        <translation>Preisindex, mindestens</translation>
    </message>
    <message>
        <source>price is held by a price test</source>
        <translation>Preis wird von einem Preistest gehalten</translation>
    </message>
    <message>
        <source>price ladder</source>
        <translation>Preisstaffel</translation>
    </message>
    <message>
        <source>price lists</source>
        <translation>Preislisten</translation>
    </message>
    <message>
        <source>price set by hand</source>
        <translation>Preis von Hand gesetzt</translation>
    </message>
    <message>
        <source>price test is paused: sales are late</source>
        <translation>Preistest pausiert: Verkaufszahlen sind verspätet</translation>
    </message>
    <message>
        <source>price test waits for a decision</source>
        <translation>Preistest wartet auf eine Entscheidung</translation>
    </message>
    <message>
        <source>price tests are paused: sales are late</source>
        <translation>Preistests pausieren: Verkäufe sind verspätet</translation>
    </message>
    <message>
        <source>price tests wait for a decision</source>
        <translation>Preistests warten auf eine Entscheidung</translation>
    </message>
    <message>
        <source>price that would be published</source>
        <translation>Preis, der veröffentlicht würde</translation>
    </message>
    <message>
        <source>price waits for a decision</source>
        <translation>Preis wartet auf eine Entscheidung</translation>
    </message>
    <message>
        <source>price war</source>
        <translation>Preiskampf</translation>
    </message>
    <message>
        <source>price zone added</source>
        <translation>Preiszone hinzugefügt</translation>
    </message>
    <message>
        <source>price zone changed</source>
        <translation>Preiszone geändert</translation>
    </message>
    <message>
        <source>price, feature or display</source>
        <translation>price, feature oder display</translation>
    </message>
    <message>
        <source>prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>prices are held by a price test</source>
        <translation>Preise werden von einem Preistest gehalten</translation>
    </message>
    <message>
        <source>prices get a new cost</source>
        <translation>Preise bekommen neue Kosten</translation>
    </message>
    <message>
        <source>prices go back</source>
        <translation>Preise gehen zurück</translation>
    </message>
    <message>
        <source>prices have no cost: they hold</source>
        <translation>Preise haben keine Kosten: Sie bleiben</translation>
    </message>
    <message>
        <source>prices in bulk: a service, or a competitor's list of products</source>
        <translation>Preise in Mengen: ein Dienst oder die Produktliste eines Wettbewerbers</translation>
    </message>
    <message numerus="yes">
        <source>prices left alone for %n day(s)</source>
        <translation>
            <numerusform>Preise bleiben %n Tag in Ruhe</numerusform>
            <numerusform>Preise bleiben %n Tage in Ruhe</numerusform>
        </translation>
    </message>
    <message>
        <source>prices observed from %1 to %2, nothing is known outside</source>
        <translation>Preise von %1 bis %2 beobachtet, außerhalb ist nichts bekannt</translation>
    </message>
    <message>
        <source>prices proposed by hand</source>
        <translation>von Hand vorgeschlagene Preise</translation>
    </message>
    <message>
        <source>prices wait for a decision</source>
        <translation>Preise warten auf eine Entscheidung</translation>
    </message>
    <message>
        <source>pricing</source>
        <translation>Preisbildung</translation>
    </message>
    <message>
        <source>pricing rule</source>
        <translation>Preisregel</translation>
    </message>
    <message>
        <source>prior price of a reduction</source>
        <translation>vorheriger Preis einer Ermäßigung</translation>
    </message>
    <message>
        <source>product added</source>
        <translation>Artikel hinzugefügt</translation>
    </message>
    <message>
        <source>product back in the catalogue</source>
        <translation>Produkt wieder im Katalog</translation>
    </message>
    <message>
        <source>product changed</source>
        <translation>Artikel geändert</translation>
    </message>
    <message>
        <source>product out of the catalogue</source>
        <translation>Produkt aus dem Katalog</translation>
    </message>
    <message>
        <source>product · %1</source>
        <translation>Artikel · %1</translation>
    </message>
    <message>
        <source>products of different categories take nothing from each other</source>
        <translation>Produkte verschiedener Kategorien nehmen einander nichts weg</translation>
    </message>
    <message>
        <source>products with one row only: its period was taken to be seven days. If not, say it with --set days=N</source>
        <translation>Artikel mit nur einer Zeile: Ihr Zeitraum wurde mit sieben Tagen angenommen. Wenn nicht, sagen Sie es mit --set days=N</translation>
    </message>
    <message>
        <source>profit</source>
        <translation>Gewinn</translation>
    </message>
    <message>
        <source>profit %1</source>
        <translation>Gewinn %1</translation>
    </message>
    <message>
        <source>profit %1 between %2 and %3 a week</source>
        <translation>Gewinn %1 zwischen %2 und %3 pro Woche</translation>
    </message>
    <message>
        <source>profit %1/wk</source>
        <translation>Gewinn %1/Wo.</translation>
    </message>
    <message>
        <source>profit a week between %1 and %2</source>
        <translation>Gewinn pro Woche zwischen %1 und %2</translation>
    </message>
    <message>
        <source>profit and revenue</source>
        <translation>Gewinn und Umsatz</translation>
    </message>
    <message>
        <source>profit ≥ %1</source>
        <translation>Gewinn ≥ %1</translation>
    </message>
    <message>
        <source>promote the version</source>
        <translation>Version befördern</translation>
    </message>
    <message>
        <source>promotion</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>promotion called off</source>
        <translation>Aktion abgesagt</translation>
    </message>
    <message>
        <source>promotion changed</source>
        <translation>Aktion geändert</translation>
    </message>
    <message>
        <source>promotion planned</source>
        <translation>Aktion geplant</translation>
    </message>
    <message>
        <source>proposal held by a guardrail</source>
        <translation>Vorschlag durch eine Leitplanke gehalten</translation>
    </message>
    <message>
        <source>proposals held by a guardrail</source>
        <translation>Vorschläge durch eine Leitplanke gehalten</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>vorgeschlagen</translation>
    </message>
    <message>
        <source>proposed %1</source>
        <translation>vorgeschlagen %1</translation>
    </message>
    <message>
        <source>proposed by a price test</source>
        <translation>von einem Preistest vorgeschlagen</translation>
    </message>
    <message>
        <source>published</source>
        <translation>veröffentlicht</translation>
    </message>
    <message>
        <source>pulling feeds</source>
        <translation>Feeds werden abgerufen</translation>
    </message>
    <message>
        <source>put before a human</source>
        <translation>einem Menschen vorgelegt</translation>
    </message>
    <message>
        <source>put off</source>
        <translation>zurückgestellt</translation>
    </message>
    <message>
        <source>put off until a time</source>
        <translation>bis zu einer Zeit zurückstellen</translation>
    </message>
    <message>
        <source>quarantined</source>
        <translation>in Quarantäne</translation>
    </message>
    <message>
        <source>quarter %1 of %2</source>
        <translation>%1. Quartal %2</translation>
    </message>
    <message>
        <source>raised</source>
        <translation>angehoben</translation>
    </message>
    <message>
        <source>raised to it</source>
        <translation>darauf angehoben</translation>
    </message>
    <message>
        <source>raised to the minimum margin</source>
        <translation>auf die Mindestmarge angehoben</translation>
    </message>
    <message>
        <source>ramping</source>
        <translation>im Anlauf</translation>
    </message>
    <message>
        <source>ramping %1 %</source>
        <translation>Anlauf %1 %</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>erreicht</translation>
    </message>
    <message>
        <source>read a chart off; Enter opens where a figure comes from</source>
        <translation>ein Diagramm ablesen; Eingabe öffnet, woher eine Zahl kommt</translation>
    </message>
    <message>
        <source>read from the page</source>
        <translation>von der Seite gelesen</translation>
    </message>
    <message>
        <source>read the queue again</source>
        <translation>die Warteschlange neu lesen</translation>
    </message>
    <message>
        <source>reading history</source>
        <translation>Verlauf wird gelesen</translation>
    </message>
    <message>
        <source>reading kept pages again</source>
        <translation>aufbewahrte Seiten werden neu gelesen</translation>
    </message>
    <message>
        <source>reading the assortment</source>
        <translation>das Sortiment wird gelesen</translation>
    </message>
    <message>
        <source>reading … Esc stops</source>
        <translation>wird gelesen … Esc hält an</translation>
    </message>
    <message>
        <source>recent changes add up to too much</source>
        <translation>jüngste Änderungen summieren sich zu sehr</translation>
    </message>
    <message>
        <source>redirected in a circle</source>
        <translation>im Kreis weitergeleitet</translation>
    </message>
    <message>
        <source>redirected to another site, or where robots.txt does not let us</source>
        <translation>umgeleitet auf eine andere Website oder dorthin, wo robots.txt uns nicht lässt</translation>
    </message>
    <message>
        <source>redirected to what cannot be fetched</source>
        <translation>auf etwas weitergeleitet, das nicht abgerufen werden kann</translation>
    </message>
    <message>
        <source>refunded</source>
        <translation>erstattet</translation>
    </message>
    <message>
        <source>reject, with a reason by one digit</source>
        <translation>ablehnen, mit einem Grund durch eine Ziffer</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>relations between prices</source>
        <translation>Beziehungen zwischen Preisen</translation>
    </message>
    <message>
        <source>release</source>
        <translation>Auslösung</translation>
    </message>
    <message>
        <source>release failed</source>
        <translation>Auslieferung fehlgeschlagen</translation>
    </message>
    <message>
        <source>release now, or try again</source>
        <translation>jetzt ausliefern, oder noch einmal versuchen</translation>
    </message>
    <message>
        <source>released</source>
        <translation>ausgeliefert</translation>
    </message>
    <message>
        <source>released at the next slot</source>
        <translation>wird zum nächsten Termin ausgeliefert</translation>
    </message>
    <message>
        <source>released in %1</source>
        <translation>wird in %1 ausgeliefert</translation>
    </message>
    <message>
        <source>releases failed</source>
        <translation>Auslieferungen fehlgeschlagen</translation>
    </message>
    <message>
        <source>remove a draft; Ctrl+Z puts it back</source>
        <translation>einen Entwurf entfernen; Strg+Z holt ihn zurück</translation>
    </message>
    <message>
        <source>remove the rule from the draft</source>
        <translation>die Regel aus dem Entwurf entfernen</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>replaced by a newer decision</source>
        <translation>durch eine neuere Entscheidung ersetzt</translation>
    </message>
    <message>
        <source>replacement (decides prices) or accounting (for reports)</source>
        <translation>replacement (entscheidet Preise) oder accounting (für Berichte)</translation>
    </message>
    <message>
        <source>replay the decision behind the entry</source>
        <translation>die Entscheidung hinter dem Eintrag wiederholen</translation>
    </message>
    <message>
        <source>replaying earlier forecasts</source>
        <translation>frühere Prognosen werden nachgespielt</translation>
    </message>
    <message>
        <source>replaying history</source>
        <translation>Historie wird nachgespielt</translation>
    </message>
    <message>
        <source>replaying the market</source>
        <translation>Markt wird nachgespielt</translation>
    </message>
    <message>
        <source>replaying the past</source>
        <translation>die Vergangenheit wird nachgespielt</translation>
    </message>
    <message>
        <source>requests: fast and light</source>
        <translation>Anfragen: schnell und leicht</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>reserviert</translation>
    </message>
    <message>
        <source>rest of %1, counted</source>
        <translation>Rest von %1, mitgezählt</translation>
    </message>
    <message>
        <source>rest of the category</source>
        <translation>Rest der Kategorie</translation>
    </message>
    <message>
        <source>returns</source>
        <translation>Retouren</translation>
    </message>
    <message>
        <source>revenue</source>
        <translation>Umsatz</translation>
    </message>
    <message>
        <source>revenue %1 %2/wk</source>
        <translation>Umsatz %1 %2/Wo</translation>
    </message>
    <message>
        <source>revenue %1, profit %2 a week · %3 changes · weight of profit %4 %</source>
        <translation>Umsatz %1, Gewinn %2 je Woche · %3 Änderungen · Gewicht des Gewinns %4 %</translation>
    </message>
    <message>
        <source>revenue or profit</source>
        <translation>Umsatz oder Gewinn</translation>
    </message>
    <message>
        <source>revenue ≥ %1</source>
        <translation>Umsatz ≥ %1</translation>
    </message>
    <message>
        <source>revenue, A/B tests</source>
        <translation>Umsatz, A/B-Tests</translation>
    </message>
    <message>
        <source>revert: prices go back</source>
        <translation>zurücknehmen: Preise gehen zurück</translation>
    </message>
    <message>
        <source>reverted</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>reverted: %1</source>
        <translation>zurückgenommen: %1</translation>
    </message>
    <message>
        <source>robots.txt cannot be read, so nothing is fetched</source>
        <translation>robots.txt kann nicht gelesen werden, also wird nichts abgerufen</translation>
    </message>
    <message>
        <source>robots.txt does not allow it</source>
        <translation>robots.txt erlaubt es nicht</translation>
    </message>
    <message>
        <source>robots.txt has been out of reach for long</source>
        <translation>robots.txt ist seit Langem nicht erreichbar</translation>
    </message>
    <message>
        <source>robots.txt is as it was</source>
        <translation>robots.txt ist, wie sie war</translation>
    </message>
    <message>
        <source>robots.txt lies elsewhere</source>
        <translation>robots.txt liegt anderswo</translation>
    </message>
    <message>
        <source>robots.txt may ask for more time between requests, never for less.</source>
        <translation>robots.txt darf mehr Zeit zwischen Anfragen verlangen, nie weniger.</translation>
    </message>
    <message>
        <source>robots.txt was read</source>
        <translation>robots.txt wurde gelesen</translation>
    </message>
    <message>
        <source>roll back as one</source>
        <translation>als Ganzes zurückrollen</translation>
    </message>
    <message>
        <source>roll out a decided test’s new price</source>
        <translation>den neuen Preis eines entschiedenen Tests ausrollen</translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation>zurückgerollt</translation>
    </message>
    <message>
        <source>rolled out</source>
        <translation>ausgerollt</translation>
    </message>
    <message>
        <source>rolled out by hand</source>
        <translation>von Hand ausgerollt</translation>
    </message>
    <message>
        <source>rolling out</source>
        <translation>wird ausgerollt</translation>
    </message>
    <message>
        <source>room between the limits</source>
        <translation>Raum zwischen den Grenzen</translation>
    </message>
    <message>
        <source>row was rejected by an import</source>
        <translation>Zeile wurde von einem Import abgewiesen</translation>
    </message>
    <message>
        <source>rows name their sellers</source>
        <translation>Zeilen nennen ihre Händler</translation>
    </message>
    <message>
        <source>rows of single days, added up to weeks from Monday to Sunday</source>
        <translation>Zeilen einzelner Tage, zu Wochen von Montag bis Sonntag addiert</translation>
    </message>
    <message>
        <source>rows of whole months, kept with each month's length</source>
        <translation>Zeilen ganzer Monate, mit der Länge jedes Monats behalten</translation>
    </message>
    <message>
        <source>rows were rejected by an import</source>
        <translation>Zeilen wurden von einem Import abgewiesen</translation>
    </message>
    <message>
        <source>rule added</source>
        <translation>Regel hinzugefügt</translation>
    </message>
    <message>
        <source>rule changed</source>
        <translation>Regel geändert</translation>
    </message>
    <message>
        <source>rule earlier, later</source>
        <translation>Regel früher, später</translation>
    </message>
    <message>
        <source>rule on or off</source>
        <translation>Regel an oder aus</translation>
    </message>
    <message>
        <source>rule removed</source>
        <translation>Regel entfernt</translation>
    </message>
    <message>
        <source>rule: %1</source>
        <translation>Regel: %1</translation>
    </message>
    <message>
        <source>rules %1</source>
        <translation>Regeln %1</translation>
    </message>
    <message>
        <source>rules saved</source>
        <translation>Regeln gespeichert</translation>
    </message>
    <message>
        <source>rules stand in: margin and competitor reference</source>
        <translation>Regeln springen ein: Marge und Wettbewerberreferenz</translation>
    </message>
    <message>
        <source>run a cycle</source>
        <translation>einen Zyklus starten</translation>
    </message>
    <message>
        <source>run a pricing cycle</source>
        <translation>einen Preiszyklus starten</translation>
    </message>
    <message>
        <source>run by %1</source>
        <translation>gestartet von %1</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>said for machines, JSON-LD</source>
        <translation>für Maschinen gesagt, JSON-LD</translation>
    </message>
    <message>
        <source>said for machines, Open Graph</source>
        <translation>für Maschinen gesagt, Open Graph</translation>
    </message>
    <message>
        <source>said for machines, RDFa</source>
        <translation>für Maschinen gesagt, RDFa</translation>
    </message>
    <message>
        <source>said for machines, microdata</source>
        <translation>für Maschinen gesagt, Mikrodaten</translation>
    </message>
    <message>
        <source>sales</source>
        <translation>Verkäufe</translation>
    </message>
    <message>
        <source>sales are back</source>
        <translation>Verkäufe sind wieder da</translation>
    </message>
    <message>
        <source>sales are late</source>
        <translation>Verkaufszahlen sind verspätet</translation>
    </message>
    <message>
        <source>sales cover %1 of %2 days, to %3</source>
        <translation>Verkäufe decken %1 von %2 Tagen ab, bis %3</translation>
    </message>
    <message>
        <source>sales cover all of it</source>
        <translation>Verkäufe decken alles ab</translation>
    </message>
    <message>
        <source>sales end on %1, before it begins</source>
        <translation>Verkäufe enden am %1, bevor er beginnt</translation>
    </message>
    <message>
        <source>sales silent</source>
        <translation>Verkäufe schweigen</translation>
    </message>
    <message>
        <source>save as a version</source>
        <translation>als Fassung speichern</translation>
    </message>
    <message>
        <source>says nothing of orders</source>
        <translation>sagt nichts über Bestellungen</translation>
    </message>
    <message>
        <source>says the same as an earlier rule</source>
        <translation>sagt dasselbe wie eine frühere Regel</translation>
    </message>
    <message>
        <source>scenario dropped</source>
        <translation>Szenario verworfen</translation>
    </message>
    <message>
        <source>scenario kept</source>
        <translation>Szenario aufbewahrt</translation>
    </message>
    <message>
        <source>scheduled price</source>
        <translation>terminierter Preis</translation>
    </message>
    <message>
        <source>scored</source>
        <translation>gewertet</translation>
    </message>
    <message>
        <source>scores by product, category, analyst, model, rule; lifts by category, quarter</source>
        <translation>Bilanzen nach Produkt, Kategorie, Analyst, Modell, Regel; Wirkungen nach Kategorie, Quartal</translation>
    </message>
    <message>
        <source>season</source>
        <translation>Saison</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>gesehen</translation>
    </message>
    <message>
        <source>seen %1, good for %2</source>
        <translation>gesehen %1, gut für %2</translation>
    </message>
    <message>
        <source>segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>seller</source>
        <translation>Verkäufer</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>send its prices to approvals</source>
        <translation>seine Preise zur Freigabe geben</translation>
    </message>
    <message>
        <source>send the prices that follow to Approvals: those chosen, else all that are open</source>
        <translation>die folgenden Preise zur Freigabe schicken: die gewählten, sonst alle offenen</translation>
    </message>
    <message>
        <source>send what is tried to Approvals</source>
        <translation>das Ausprobierte zur Freigabe schicken</translation>
    </message>
    <message>
        <source>sending notices</source>
        <translation>Benachrichtigungen werden gesendet</translation>
    </message>
    <message>
        <source>sent by %1</source>
        <translation>gesendet von %1</translation>
    </message>
    <message>
        <source>sent from a scenario</source>
        <translation>aus einem Szenario gesendet</translation>
    </message>
    <message>
        <source>sent, but not to these</source>
        <translation>gesendet, aber nicht an diese</translation>
    </message>
    <message>
        <source>set by hand</source>
        <translation>von Hand gesetzt</translation>
    </message>
    <message>
        <source>set prices apart</source>
        <translation>Preise abtrennen</translation>
    </message>
    <message>
        <source>setting changed</source>
        <translation>Einstellung geändert</translation>
    </message>
    <message>
        <source>several prices, and no way to pick</source>
        <translation>mehrere Preise, und keiner lässt sich auswählen</translation>
    </message>
    <message>
        <source>several rows for one product and day: read as invoice lines and added up to weeks, as with --invoice-lines. --period-totals switches that off</source>
        <translation>mehrere Zeilen für einen Artikel und Tag: als Rechnungszeilen gelesen und zu Wochen addiert, wie mit --invoice-lines. --period-totals schaltet das ab</translation>
    </message>
    <message>
        <source>severe harm</source>
        <translation>schwerer Schaden</translation>
    </message>
    <message>
        <source>shares of a test's prices follow what was bought</source>
        <translation>Anteile der Preise eines Tests folgen dem Gekauften</translation>
    </message>
    <message>
        <source>shipping</source>
        <translation>Versand</translation>
    </message>
    <message>
        <source>shipping in another currency than the price</source>
        <translation>Versand in einer anderen Währung als der Preis</translation>
    </message>
    <message>
        <source>shrunk %1 %</source>
        <translation>geschrumpft %1 %</translation>
    </message>
    <message>
        <source>signed in the future</source>
        <translation>in der Zukunft signiert</translation>
    </message>
    <message>
        <source>signed too long ago</source>
        <translation>vor zu langer Zeit signiert</translation>
    </message>
    <message>
        <source>signed with another key than the one that was named</source>
        <translation>mit einem anderen Schlüssel signiert als dem genannten</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>since %1 by %2: %3</source>
        <translation>seit %1 durch %2: %3</translation>
    </message>
    <message>
        <source>site added</source>
        <translation>Website hinzugefügt</translation>
    </message>
    <message>
        <source>site changed</source>
        <translation>Website geändert</translation>
    </message>
    <message>
        <source>sites: accept the terms; Shift+T refuses them</source>
        <translation>Websites: Bedingungen annehmen; Umschalt+T lehnt sie ab</translation>
    </message>
    <message>
        <source>sites: how it wants to be asked; Enter, too</source>
        <translation>Websites: wie sie gefragt werden will; auch Eingabe</translation>
    </message>
    <message>
        <source>sites: read the chosen feed now</source>
        <translation>Websites: den gewählten Feed jetzt lesen</translation>
    </message>
    <message>
        <source>sites: switch it on or off; a feed, where the lower table has the focus</source>
        <translation>Websites: ein- oder ausschalten; einen Feed, wenn die untere Tabelle den Fokus hat</translation>
    </message>
    <message>
        <source>sites: teach where the price stands; change the feed, where the lower table has the focus</source>
        <translation>Websites: zeigen, wo der Preis steht; den Feed ändern, wo die untere Tabelle den Fokus hat</translation>
    </message>
    <message>
        <source>slot moved</source>
        <translation>Termin verschoben</translation>
    </message>
    <message>
        <source>slot moved to %1</source>
        <translation>Termin auf %1 verschoben</translation>
    </message>
    <message>
        <source>smallest first</source>
        <translation>Kleinstes zuerst</translation>
    </message>
    <message>
        <source>so far, for %1: %2</source>
        <translation>bisher, für %1: %2</translation>
    </message>
    <message>
        <source>sold before, not now</source>
        <translation>vorher verkauft, jetzt nicht</translation>
    </message>
    <message>
        <source>sold now, not before</source>
        <translation>jetzt verkauft, vorher nicht</translation>
    </message>
    <message>
        <source>sold out</source>
        <translation>ausverkauft</translation>
    </message>
    <message>
        <source>some dates have the day first, others the month. Say the format with --date-format, such as d.M.yyyy</source>
        <translation>manche Daten haben den Tag zuerst, andere den Monat. Nennen Sie das Format mit --date-format, etwa d.M.yyyy</translation>
    </message>
    <message>
        <source>some dates have the day first, others the month: choose under Days which is right</source>
        <translation>bei manchen Daten steht der Tag vorn, bei anderen der Monat: unter Tage wählen, was stimmt</translation>
    </message>
    <message>
        <source>some orders are in a currency without a rate</source>
        <translation>einige Bestellungen sind in einer Währung ohne Kurs</translation>
    </message>
    <message>
        <source>some prices are old</source>
        <translation>einige Preise veraltet</translation>
    </message>
    <message>
        <source>some units are there more than once: the first row of each counts</source>
        <translation>manche Einheiten stehen mehrfach da: die erste Zeile jeder zählt</translation>
    </message>
    <message>
        <source>some visitors saw both prices</source>
        <translation>einige Besucher sahen beide Preise</translation>
    </message>
    <message>
        <source>something in the file is not what was signed</source>
        <translation>etwas in der Datei ist nicht, was signiert wurde</translation>
    </message>
    <message>
        <source>something stands behind the end</source>
        <translation>hinter dem Ende steht noch etwas</translation>
    </message>
    <message>
        <source>source removed</source>
        <translation>Quelle entfernt</translation>
    </message>
    <message>
        <source>source set</source>
        <translation>Quelle gesetzt</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>stale competitor prices were left out</source>
        <translation>veraltete Wettbewerberpreise blieben außen vor</translation>
    </message>
    <message>
        <source>stale input</source>
        <translation>veraltete Eingabe</translation>
    </message>
    <message>
        <source>stale when older than %1</source>
        <translation>veraltet, wenn älter als %1</translation>
    </message>
    <message>
        <source>stale, %1</source>
        <translation>veraltet, %1</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>stands here once one is chosen</source>
        <translation>steht hier, sobald einer gewählt ist</translation>
    </message>
    <message>
        <source>start, change a draft</source>
        <translation>einen Entwurf starten, ändern</translation>
    </message>
    <message>
        <source>starttls or tls: how the connection to it is secured. Without either nothing is sent.</source>
        <translation>starttls oder tls: wie die Verbindung gesichert ist. Ohne eines von beiden wird nichts gesendet.</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>Stufe %1 von %2</translation>
    </message>
    <message>
        <source>still worth a change</source>
        <translation>noch eine Änderung wert</translation>
    </message>
    <message>
        <source>stock</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>stock above %1</source>
        <translation>Bestand über %1</translation>
    </message>
    <message>
        <source>stock below %1</source>
        <translation>Bestand unter %1</translation>
    </message>
    <message>
        <source>stock on hand</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>stock was not counted often enough</source>
        <translation>der Bestand wurde nicht oft genug gezählt</translation>
    </message>
    <message>
        <source>stop reading</source>
        <translation>Lesen anhalten</translation>
    </message>
    <message>
        <source>stop what is under way; back to the table</source>
        <translation>anhalten, was unterwegs ist; zurück zur Tabelle</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>stopped by hand</source>
        <translation>von Hand beendet</translation>
    </message>
    <message>
        <source>stopped on request</source>
        <translation>auf Wunsch angehalten</translation>
    </message>
    <message>
        <source>switchback</source>
        <translation>Wechseltest</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>tail</source>
        <translation>Randsortiment</translation>
    </message>
    <message>
        <source>take a price out</source>
        <translation>einen Preis herausnehmen</translation>
    </message>
    <message>
        <source>take a scenario’s question into the form</source>
        <translation>die Frage eines Szenarios ins Formular nehmen</translation>
    </message>
    <message>
        <source>take back</source>
        <translation>zurücknehmen</translation>
    </message>
    <message>
        <source>take back the import in focus</source>
        <translation>den Import im Fokus zurücknehmen</translation>
    </message>
    <message>
        <source>take back the last import</source>
        <translation>den letzten Import zurücknehmen</translation>
    </message>
    <message>
        <source>take back what was changed last</source>
        <translation>letzte Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>take back what was sent last</source>
        <translation>das zuletzt Geschickte zurücknehmen</translation>
    </message>
    <message>
        <source>take back what was set last</source>
        <translation>zuletzt Gesetztes zurücknehmen</translation>
    </message>
    <message>
        <source>take the last step back</source>
        <translation>den letzten Schritt zurücknehmen</translation>
    </message>
    <message>
        <source>taken away</source>
        <translation>entzogen</translation>
    </message>
    <message>
        <source>takes its next step</source>
        <translation>macht seinen nächsten Schritt</translation>
    </message>
    <message>
        <source>taking up again</source>
        <translation>Wiederaufnahme</translation>
    </message>
    <message>
        <source>target 80 % met</source>
        <translation>Ziel 80 % erreicht</translation>
    </message>
    <message>
        <source>target 80 %: not shown yet</source>
        <translation>Ziel 80 %: noch nicht gezeigt</translation>
    </message>
    <message>
        <source>target removed</source>
        <translation>Ziel entfernt</translation>
    </message>
    <message>
        <source>target set</source>
        <translation>Ziel gesetzt</translation>
    </message>
    <message>
        <source>target: at most %1</source>
        <translation>Ziel: höchstens %1</translation>
    </message>
    <message>
        <source>ten times what was mostly paid, or a tenth of it: a digit slipped</source>
        <translation>das Zehnfache des meist gezahlten Preises oder ein Zehntel: eine Stelle ist verrutscht</translation>
    </message>
    <message>
        <source>terms not accepted yet</source>
        <translation>Bedingungen noch offen</translation>
    </message>
    <message>
        <source>terms of a site</source>
        <translation>Bedingungen einer Website</translation>
    </message>
    <message numerus="yes">
        <source>test %1 for %n week(s)</source>
        <translation>
            <numerusform>%1 testen, %n Woche</numerusform>
            <numerusform>%1 testen, %n Wochen</numerusform>
        </translation>
    </message>
    <message>
        <source>test designed</source>
        <translation>Test angelegt</translation>
    </message>
    <message>
        <source>test designed anew</source>
        <translation>Test neu entworfen</translation>
    </message>
    <message>
        <source>test events stored</source>
        <translation>Testereignisse gespeichert</translation>
    </message>
    <message>
        <source>test instead: the change as a draft of a price test</source>
        <translation>stattdessen testen: die Änderung als Entwurf eines Preistests</translation>
    </message>
    <message>
        <source>test looked at</source>
        <translation>Test ausgewertet</translation>
    </message>
    <message>
        <source>test moved on</source>
        <translation>Test ging weiter</translation>
    </message>
    <message>
        <source>test prices proposed</source>
        <translation>Testpreise vorgeschlagen</translation>
    </message>
    <message>
        <source>test put back</source>
        <translation>Test zurückgeholt</translation>
    </message>
    <message>
        <source>test registered and started</source>
        <translation>Test festgeschrieben und gestartet</translation>
    </message>
    <message>
        <source>test removed</source>
        <translation>Test entfernt</translation>
    </message>
    <message>
        <source>testing the forecast</source>
        <translation>die Prognose wird getestet</translation>
    </message>
    <message>
        <source>that is a personal trait or behavior</source>
        <translation>das ist eine persönliche Eigenschaft oder ein Verhalten</translation>
    </message>
    <message>
        <source>that is none of the lawful segments</source>
        <translation>das ist keines der erlaubten Segmente</translation>
    </message>
    <message>
        <source>that is where somebody lives</source>
        <translation>das ist, wo jemand wohnt</translation>
    </message>
    <message>
        <source>that it earns more than changing the label costs</source>
        <translation>dass es mehr einbringt, als der Wechsel des Etiketts kostet</translation>
    </message>
    <message>
        <source>the GTIN of a case of it</source>
        <translation>die GTIN eines Kartons davon</translation>
    </message>
    <message>
        <source>the JSON is broken; what came before was kept</source>
        <translation>das JSON ist defekt; was davor kam, blieb</translation>
    </message>
    <message>
        <source>the XML is broken; what came before was kept</source>
        <translation>das XML ist defekt; was davor kam, blieb</translation>
    </message>
    <message>
        <source>the address leads elsewhere, which is not followed</source>
        <translation>die Adresse führt anderswohin; dem wird nicht gefolgt</translation>
    </message>
    <message>
        <source>the address leads to a file</source>
        <translation>die Adresse führt zu einer Datei</translation>
    </message>
    <message>
        <source>the address says that it is gone for good</source>
        <translation>die Adresse gibt es endgültig nicht mehr</translation>
    </message>
    <message>
        <source>the amount has more than six decimals</source>
        <translation>der Betrag hat mehr als sechs Dezimalstellen</translation>
    </message>
    <message>
        <source>the amount is negative</source>
        <translation>der Betrag ist negativ</translation>
    </message>
    <message>
        <source>the amount is too large</source>
        <translation>der Betrag ist zu groß</translation>
    </message>
    <message>
        <source>the answer did not come through our proxy, and was thrown away</source>
        <translation>die Antwort kam nicht durch unseren Proxy und wurde verworfen</translation>
    </message>
    <message>
        <source>the answer is no web page</source>
        <translation>die Antwort ist keine Webseite</translation>
    </message>
    <message>
        <source>the arms are not as large as planned</source>
        <translation>die Arme sind nicht so groß wie geplant</translation>
    </message>
    <message>
        <source>the average of the prices that were in force</source>
        <translation>der Durchschnitt der Preise, die galten</translation>
    </message>
    <message>
        <source>the batch's prices; Esc back</source>
        <translation>die Preise des Preispakets; Esc zurück</translation>
    </message>
    <message>
        <source>the better one with %1</source>
        <translation>der bessere mit %1</translation>
    </message>
    <message>
        <source>the books have not been compared for a while</source>
        <translation>die Bücher wurden seit einer Weile nicht abgeglichen</translation>
    </message>
    <message>
        <source>the brand cannot be told</source>
        <translation>die Marke ist nicht zu erkennen</translation>
    </message>
    <message>
        <source>the brand is in the title</source>
        <translation>die Marke steht im Titel</translation>
    </message>
    <message>
        <source>the browser does not start</source>
        <translation>der Browser startet nicht</translation>
    </message>
    <message>
        <source>the browser ended while it loaded the page</source>
        <translation>der Browser endete beim Laden der Seite</translation>
    </message>
    <message>
        <source>the challenger can be asked again</source>
        <translation>der Herausforderer kann wieder gefragt werden</translation>
    </message>
    <message>
        <source>the challenger cannot be asked</source>
        <translation>der Herausforderer kann nicht gefragt werden</translation>
    </message>
    <message>
        <source>the challenger decides all of its zones</source>
        <translation>der Herausforderer entscheidet alle seine Preiszonen</translation>
    </message>
    <message>
        <source>the challenger decides its first zones</source>
        <translation>der Herausforderer entscheidet seine ersten Preiszonen</translation>
    </message>
    <message>
        <source>the challenger decides more zones</source>
        <translation>der Herausforderer entscheidet weitere Preiszonen</translation>
    </message>
    <message>
        <source>the challenger is the champion now</source>
        <translation>der Herausforderer ist jetzt Champion</translation>
    </message>
    <message>
        <source>the challenger learnt along</source>
        <translation>der Herausforderer hat mitgelernt</translation>
    </message>
    <message>
        <source>the challenger was not promoted</source>
        <translation>der Herausforderer wurde nicht befördert</translation>
    </message>
    <message>
        <source>the champion before again</source>
        <translation>wieder der Champion davor</translation>
    </message>
    <message>
        <source>the champion decides again</source>
        <translation>der Champion entscheidet wieder</translation>
    </message>
    <message>
        <source>the champion decides all zones from the next cycle on</source>
        <translation>ab dem nächsten Zyklus entscheidet der Champion alle Zonen</translation>
    </message>
    <message>
        <source>the champion stood in for the challenger</source>
        <translation>der Champion ist für den Herausforderer eingesprungen</translation>
    </message>
    <message>
        <source>the competitors' reference is over five times our price, or under a fifth</source>
        <translation>die Referenz der Wettbewerber liegt über dem Fünffachen unseres Preises oder unter einem Fünftel</translation>
    </message>
    <message>
        <source>the connection broke off</source>
        <translation>die Verbindung brach ab</translation>
    </message>
    <message>
        <source>the connection to the mail server broke off</source>
        <translation>Verbindung zum Mailserver ist abgebrochen</translation>
    </message>
    <message>
        <source>the connection to the receiver broke off</source>
        <translation>Verbindung zum Empfänger ist abgebrochen</translation>
    </message>
    <message>
        <source>the content cannot be told</source>
        <translation>der Inhalt ist nicht zu erkennen</translation>
    </message>
    <message>
        <source>the cost changed since</source>
        <translation>die Kosten haben sich seitdem geändert</translation>
    </message>
    <message>
        <source>the cost is about ten or a hundred times what it was, or a tenth or hundredth</source>
        <translation>die Kosten sind etwa das Zehn- oder Hundertfache von vorher, oder ein Zehntel oder Hundertstel</translation>
    </message>
    <message>
        <source>the cost is doubtful</source>
        <translation>die Kosten sind zweifelhaft</translation>
    </message>
    <message>
        <source>the cost is in another currency</source>
        <translation>die Kosten sind in einer anderen Währung</translation>
    </message>
    <message>
        <source>the cost jumped</source>
        <translation>die Kosten sind gesprungen</translation>
    </message>
    <message>
        <source>the decision as PDF</source>
        <translation>die Entscheidung als PDF</translation>
    </message>
    <message>
        <source>the end of the file is missing</source>
        <translation>das Ende der Datei fehlt</translation>
    </message>
    <message>
        <source>the entry does not follow on the one before it</source>
        <translation>der Eintrag folgt nicht auf den davor</translation>
    </message>
    <message>
        <source>the entry in full</source>
        <translation>der ganze Eintrag</translation>
    </message>
    <message>
        <source>the entry's content was changed</source>
        <translation>der Inhalt des Eintrags wurde geändert</translation>
    </message>
    <message>
        <source>the estimate cannot be used</source>
        <translation>die Schätzung kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>the evaluator rejected it</source>
        <translation>der Prüfer wies es ab</translation>
    </message>
    <message>
        <source>the file cannot be read</source>
        <translation>die Datei ist nicht lesbar</translation>
    </message>
    <message>
        <source>the file is not UTF-8; it was read with the older encoding. Check names with accents</source>
        <translation>die Datei ist nicht UTF-8; sie wurde mit der älteren Kodierung gelesen. Prüfen Sie Namen mit Akzenten</translation>
    </message>
    <message>
        <source>the first %1 fit</source>
        <translation>die ersten %1 passen</translation>
    </message>
    <message>
        <source>the folder is not there</source>
        <translation>den Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>the gateway has failed</source>
        <translation>der Zahlungsdienst ist ausgefallen</translation>
    </message>
    <message>
        <source>the gateway is busy</source>
        <translation>der Zahlungsdienst ist überlastet</translation>
    </message>
    <message>
        <source>the gateway knows too little of what is kept here; nothing was changed</source>
        <translation>der Zahlungsdienst kennt zu wenig von dem, was hier geführt wird; nichts wurde geändert</translation>
    </message>
    <message>
        <source>the gateway refuses the key</source>
        <translation>der Zahlungsdienst lehnt den Schlüssel ab</translation>
    </message>
    <message>
        <source>the guardrails let no change through</source>
        <translation>die Leitplanken lassen keine Änderung durch</translation>
    </message>
    <message>
        <source>the header is not what was signed</source>
        <translation>der Kopf ist nicht, was signiert wurde</translation>
    </message>
    <message>
        <source>the interval is wide</source>
        <translation>das Intervall ist breit</translation>
    </message>
    <message>
        <source>the interval spans zero</source>
        <translation>das Intervall umfasst die Null</translation>
    </message>
    <message>
        <source>the key may not know its account</source>
        <translation>der Schlüssel darf sein Konto nicht kennen</translation>
    </message>
    <message>
        <source>the keychain does not answer</source>
        <translation>Schlüsselbund antwortet nicht</translation>
    </message>
    <message>
        <source>the keychain is locked</source>
        <translation>Schlüsselbund ist gesperrt</translation>
    </message>
    <message>
        <source>the keychain refuses</source>
        <translation>Schlüsselbund lehnt ab</translation>
    </message>
    <message>
        <source>the last entry is not the head of the journal</source>
        <translation>der letzte Eintrag ist nicht der Kopf des Journals</translation>
    </message>
    <message>
        <source>the last news lies in the future: the clock was changed</source>
        <translation>die letzte Nachricht liegt in der Zukunft: Die Uhr wurde verstellt</translation>
    </message>
    <message>
        <source>the limits lead to %1</source>
        <translation>die Grenzen führen zu %1</translation>
    </message>
    <message>
        <source>the limits leave no room</source>
        <translation>die Grenzen lassen keinen Raum</translation>
    </message>
    <message>
        <source>the line is not what a proof holds here</source>
        <translation>die Zeile ist nicht, was ein Beleg hier enthält</translation>
    </message>
    <message>
        <source>the lowest competitor</source>
        <translation>der niedrigste Wettbewerber</translation>
    </message>
    <message>
        <source>the luck of the winners taken off</source>
        <translation>das Glück der Sieger abgezogen</translation>
    </message>
    <message>
        <source>the mail server denies the login</source>
        <translation>Mailserver lehnt die Anmeldung ab</translation>
    </message>
    <message>
        <source>the mail server does not answer in time</source>
        <translation>Mailserver antwortet nicht rechtzeitig</translation>
    </message>
    <message>
        <source>the mail server does not know the recipient</source>
        <translation>Mailserver kennt den Empfänger nicht</translation>
    </message>
    <message>
        <source>the mail server offers no encryption, so nothing was said to it</source>
        <translation>Mailserver bietet keine Verschlüsselung, darum wurde ihm nichts gesagt</translation>
    </message>
    <message>
        <source>the mail server refuses the message</source>
        <translation>Mailserver lehnt die Nachricht ab</translation>
    </message>
    <message>
        <source>the mail server refuses the sender</source>
        <translation>Mailserver lehnt den Absender ab</translation>
    </message>
    <message>
        <source>the mail server wants it later</source>
        <translation>Mailserver will sie später</translation>
    </message>
    <message>
        <source>the mail server's certificate cannot be trusted</source>
        <translation>dem Zertifikat des Mailservers ist nicht zu trauen</translation>
    </message>
    <message>
        <source>the mail server's name leads nowhere</source>
        <translation>Name des Mailservers führt nirgendwohin</translation>
    </message>
    <message>
        <source>the maker's, MPN</source>
        <translation>die des Herstellers, MPN</translation>
    </message>
    <message numerus="yes">
        <source>the market falls by %1 % in 7 days, or %n mutual undercut(s)</source>
        <translation>
            <numerusform>der Markt fällt um %1 % in 7 Tagen, oder %n gegenseitige Unterbietung</numerusform>
            <numerusform>der Markt fällt um %1 % in 7 Tagen, oder %n gegenseitige Unterbietungen</numerusform>
        </translation>
    </message>
    <message>
        <source>the median competitor</source>
        <translation>der mittlere Wettbewerber</translation>
    </message>
    <message>
        <source>the median of what competitors ask</source>
        <translation>der Median dessen, was Wettbewerber verlangen</translation>
    </message>
    <message>
        <source>the name leads nowhere</source>
        <translation>der Name führt nirgendwohin</translation>
    </message>
    <message>
        <source>the newest weeks</source>
        <translation>die neuesten Wochen</translation>
    </message>
    <message>
        <source>the number of entries is not what was signed</source>
        <translation>die Zahl der Einträge ist nicht, was signiert wurde</translation>
    </message>
    <message>
        <source>the offer has ended</source>
        <translation>das Angebot ist beendet</translation>
    </message>
    <message>
        <source>the one that is kept; it is never shown</source>
        <translation>der hinterlegte; er wird nie gezeigt</translation>
    </message>
    <message>
        <source>the one that this entry was made for</source>
        <translation>die, für die dieser Eintrag gemacht wurde</translation>
    </message>
    <message>
        <source>the orders of the last file are old</source>
        <translation>die Bestellungen der letzten Datei sind alt</translation>
    </message>
    <message>
        <source>the pack cannot be told</source>
        <translation>die Packung ist nicht zu erkennen</translation>
    </message>
    <message>
        <source>the packed file is damaged</source>
        <translation>die gepackte Datei ist beschädigt</translation>
    </message>
    <message>
        <source>the page did not come to rest in time</source>
        <translation>die Seite wurde nicht rechtzeitig fertig</translation>
    </message>
    <message>
        <source>the page has not changed</source>
        <translation>die Seite hat sich nicht geändert</translation>
    </message>
    <message>
        <source>the page is empty</source>
        <translation>die Seite ist leer</translation>
    </message>
    <message>
        <source>the page is made by scripts</source>
        <translation>die Seite wird von Skripten erzeugt</translation>
    </message>
    <message>
        <source>the page is not clear enough about the price</source>
        <translation>die Seite ist beim Preis nicht eindeutig genug</translation>
    </message>
    <message>
        <source>the page is packed wrongly</source>
        <translation>die Seite ist falsch gepackt</translation>
    </message>
    <message>
        <source>the page is too large</source>
        <translation>die Seite ist zu groß</translation>
    </message>
    <message>
        <source>the page needed too much memory</source>
        <translation>die Seite brauchte zu viel Speicher</translation>
    </message>
    <message>
        <source>the page only sends on to another one</source>
        <translation>die Seite leitet nur auf eine andere weiter</translation>
    </message>
    <message>
        <source>the page says that it does not exist</source>
        <translation>die Seite sagt, dass es sie nicht gibt</translation>
    </message>
    <message>
        <source>the page shows another pack than the one that was matched</source>
        <translation>die Seite zeigt eine andere Packung als die zugeordnete</translation>
    </message>
    <message>
        <source>the page shows another product than the one that was matched</source>
        <translation>die Seite zeigt ein anderes Produkt als das zugeordnete</translation>
    </message>
    <message>
        <source>the parameter's name is wanted</source>
        <translation>der Name des Parameters ist verlangt</translation>
    </message>
    <message>
        <source>the part number is in the title</source>
        <translation>die Teilenummer steht im Titel</translation>
    </message>
    <message>
        <source>the passphrase of the secrets' file is missing</source>
        <translation>Passphrase der Geheimnisdatei fehlt</translation>
    </message>
    <message>
        <source>the passphrase of the secrets' file is wrong</source>
        <translation>Passphrase der Geheimnisdatei ist falsch</translation>
    </message>
    <message>
        <source>the password is not kept yet</source>
        <translation>Passwort noch nicht abgelegt</translation>
    </message>
    <message>
        <source>the period that is compared with</source>
        <translation>der Vergleichszeitraum</translation>
    </message>
    <message>
        <source>the price can be read in more than one way</source>
        <translation>der Preis ist mehrdeutig</translation>
    </message>
    <message>
        <source>the price does not change</source>
        <translation>der Preis ändert sich nicht</translation>
    </message>
    <message>
        <source>the price files of before stay</source>
        <translation>die Preisdateien von vorher bleiben</translation>
    </message>
    <message>
        <source>the price in force</source>
        <translation>der geltende Preis</translation>
    </message>
    <message>
        <source>the price in force changed since</source>
        <translation>der geltende Preis hat sich seitdem geändert</translation>
    </message>
    <message>
        <source>the price in force is about ten times the one before, or a tenth</source>
        <translation>der geltende Preis ist etwa das Zehnfache des vorigen, oder ein Zehntel</translation>
    </message>
    <message>
        <source>the price in force is nearer than any price of the ladder</source>
        <translation>der geltende Preis ist näher als jeder Preis der Staffel</translation>
    </message>
    <message>
        <source>the price in force stays</source>
        <translation>der geltende Preis bleibt</translation>
    </message>
    <message>
        <source>the price index falls below</source>
        <translation>der Preisindex fällt unter</translation>
    </message>
    <message>
        <source>the price index rises above</source>
        <translation>der Preisindex steigt über</translation>
    </message>
    <message>
        <source>the price is not from a model</source>
        <translation>der Preis stammt nicht aus einem Modell</translation>
    </message>
    <message>
        <source>the price is only told on request</source>
        <translation>den Preis gibt es nur auf Anfrage</translation>
    </message>
    <message>
        <source>the price is the proposal</source>
        <translation>der Preis ist der Vorschlag</translation>
    </message>
    <message>
        <source>the price jumped; a second look has to confirm it</source>
        <translation>der Preis ist gesprungen; ein zweiter Abruf muss ihn bestätigen</translation>
    </message>
    <message>
        <source>the price names one currency, its column another</source>
        <translation>der Preis nennt eine Währung, seine Spalte eine andere</translation>
    </message>
    <message>
        <source>the price never moves</source>
        <translation>der Preis bewegt sich nie</translation>
    </message>
    <message>
        <source>the price that earns most by the demand curve; elasticity, cost and competitors in one</source>
        <translation>der Preis, der nach der Nachfragekurve am meisten bringt; Elastizität, Kosten und Wettbewerber in einem</translation>
    </message>
    <message>
        <source>the prices are too far apart</source>
        <translation>die Preise liegen zu weit auseinander</translation>
    </message>
    <message>
        <source>the profit curve is highest at %1</source>
        <translation>die Gewinnkurve ist am höchsten bei %1</translation>
    </message>
    <message>
        <source>the program’s own</source>
        <translation>die des Programms</translation>
    </message>
    <message>
        <source>the public price</source>
        <translation>der öffentliche Preis</translation>
    </message>
    <message>
        <source>the receiver does not answer in time</source>
        <translation>Empfänger antwortet nicht rechtzeitig</translation>
    </message>
    <message>
        <source>the receiver has failed</source>
        <translation>beim Empfänger ging etwas schief</translation>
    </message>
    <message>
        <source>the receiver is busy</source>
        <translation>Empfänger ist überlastet</translation>
    </message>
    <message>
        <source>the receiver refuses it</source>
        <translation>Empfänger lehnt ab</translation>
    </message>
    <message>
        <source>the receiver's certificate cannot be trusted</source>
        <translation>dem Zertifikat des Empfängers ist nicht zu trauen</translation>
    </message>
    <message>
        <source>the receiver's name leads nowhere</source>
        <translation>Name des Empfängers führt nirgendwohin</translation>
    </message>
    <message>
        <source>the rest of their category</source>
        <translation>der Rest ihrer Kategorie</translation>
    </message>
    <message>
        <source>the same GTIN</source>
        <translation>dieselbe GTIN</translation>
    </message>
    <message>
        <source>the same brand</source>
        <translation>dieselbe Marke</translation>
    </message>
    <message>
        <source>the same content</source>
        <translation>derselbe Inhalt</translation>
    </message>
    <message>
        <source>the same for all rows:</source>
        <translation>für alle Zeilen derselbe:</translation>
    </message>
    <message>
        <source>the same model</source>
        <translation>dasselbe Modell</translation>
    </message>
    <message>
        <source>the same part number</source>
        <translation>dieselbe Teilenummer</translation>
    </message>
    <message>
        <source>the same part number, but of which brand is not told</source>
        <translation>dieselbe Teilenummer, doch welcher Marke, ist nicht gesagt</translation>
    </message>
    <message>
        <source>the same row twice, with different values</source>
        <translation>dieselbe Zeile doppelt, mit verschiedenen Werten</translation>
    </message>
    <message>
        <source>the same row twice, with the same values</source>
        <translation>dieselbe Zeile doppelt, mit denselben Werten</translation>
    </message>
    <message>
        <source>the secrets' file is damaged</source>
        <translation>Geheimnisdatei ist beschädigt</translation>
    </message>
    <message>
        <source>the server sends too slowly</source>
        <translation>der Server sendet zu langsam</translation>
    </message>
    <message>
        <source>the server's key is not in known_hosts: not connected</source>
        <translation>der Schlüssel des Servers steht nicht in known_hosts: nicht verbunden</translation>
    </message>
    <message>
        <source>the service answered with an error; what came was kept</source>
        <translation>der Dienst antwortete mit einem Fehler; was kam, blieb</translation>
    </message>
    <message>
        <source>the service refuses the login: check the key</source>
        <translation>der Dienst lehnt die Anmeldung ab: Schlüssel prüfen</translation>
    </message>
    <message>
        <source>the shop’s events</source>
        <translation>Ereignisse des Shops</translation>
    </message>
    <message>
        <source>the signature at the end does not fit</source>
        <translation>die Signatur am Ende passt nicht</translation>
    </message>
    <message>
        <source>the signature cannot be read</source>
        <translation>die Signatur kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>the signature does not fit</source>
        <translation>die Signatur passt nicht</translation>
    </message>
    <message>
        <source>the signed head outside the file was changed</source>
        <translation>der signierte Kopf außerhalb der Datei wurde geändert</translation>
    </message>
    <message>
        <source>the site asks to wait, and is given the time</source>
        <translation>die Seite bittet um Geduld und bekommt sie</translation>
    </message>
    <message>
        <source>the site denies access, and is left alone</source>
        <translation>die Website verweigert den Zugang und wird in Ruhe gelassen</translation>
    </message>
    <message>
        <source>the site is down</source>
        <translation>die Website ist ausgefallen</translation>
    </message>
    <message>
        <source>the stored figures do not say why</source>
        <translation>die gespeicherten Zahlen sagen nicht, warum</translation>
    </message>
    <message>
        <source>the test manager could not do all of its round</source>
        <translation>die Testverwaltung konnte ihre Runde nicht ganz erledigen</translation>
    </message>
    <message>
        <source>the text is too long for a price</source>
        <translation>der Text ist zu lang für einen Preis</translation>
    </message>
    <message>
        <source>the time cannot be read</source>
        <translation>die Zeit ist nicht lesbar</translation>
    </message>
    <message>
        <source>the time of the sale cannot be read</source>
        <translation>der Aktionszeitraum ist nicht lesbar</translation>
    </message>
    <message>
        <source>the transfer broke off; whole rows before it were kept</source>
        <translation>die Übertragung brach ab; ganze Zeilen davor wurden behalten</translation>
    </message>
    <message>
        <source>the whole assortment</source>
        <translation>das ganze Sortiment</translation>
    </message>
    <message>
        <source>the whole cycle looks wrong</source>
        <translation>der ganze Zyklus sieht falsch aus</translation>
    </message>
    <message>
        <source>the window</source>
        <translation>das Fenster</translation>
    </message>
    <message>
        <source>the workspace</source>
        <translation>die Arbeitsmappe</translation>
    </message>
    <message>
        <source>the workspace can only be read</source>
        <translation>die Arbeitsmappe kann nur gelesen werden</translation>
    </message>
    <message>
        <source>the workspace can only be read: nothing can be imported</source>
        <translation>die Arbeitsmappe kann nur gelesen werden: Nichts kann importiert werden</translation>
    </message>
    <message>
        <source>the workspace stands at this date</source>
        <translation>die Arbeitsmappe steht auf diesem Datum</translation>
    </message>
    <message>
        <source>the zone's market is not known</source>
        <translation>der Markt der Zone ist nicht bekannt</translation>
    </message>
    <message>
        <source>their code</source>
        <translation>ihr Code</translation>
    </message>
    <message>
        <source>there is no list of items where the mapping points</source>
        <translation>wo die Zuordnung hinzeigt, ist keine Liste</translation>
    </message>
    <message>
        <source>there is no robots.txt</source>
        <translation>es gibt keine robots.txt</translation>
    </message>
    <message>
        <source>there is no such field</source>
        <translation>ein solches Feld gibt es nicht</translation>
    </message>
    <message>
        <source>there is room</source>
        <translation>es ist Raum</translation>
    </message>
    <message>
        <source>these keys</source>
        <translation>diese Tasten</translation>
    </message>
    <message>
        <source>this build cannot speak SFTP</source>
        <translation>diese Fassung kann kein SFTP</translation>
    </message>
    <message>
        <source>this computer itself</source>
        <translation>dieser Rechner selbst</translation>
    </message>
    <message>
        <source>this decision</source>
        <translation>diese Entscheidung</translation>
    </message>
    <message>
        <source>this device</source>
        <translation>dieses Gerät</translation>
    </message>
    <message>
        <source>this host may not be asked</source>
        <translation>dieser Host darf nicht gefragt werden</translation>
    </message>
    <message>
        <source>this is neither RSS nor Atom</source>
        <translation>das ist weder RSS noch Atom</translation>
    </message>
    <message>
        <source>this is no JSON Pointer such as /offer/price</source>
        <translation>das ist kein JSON-Pointer wie /offer/price</translation>
    </message>
    <message>
        <source>this is no currency</source>
        <translation>das ist keine Währung</translation>
    </message>
    <message>
        <source>this is no name of a header or parameter</source>
        <translation>so heißt kein header und kein parameter</translation>
    </message>
    <message>
        <source>this is no price</source>
        <translation>das ist kein Preis</translation>
    </message>
    <message>
        <source>this is not a proof of a journal</source>
        <translation>das ist kein Beleg eines Journals</translation>
    </message>
    <message>
        <source>this month, quarter, year</source>
        <translation>dieser Monat, dieses Quartal, dieses Jahr</translation>
    </message>
    <message>
        <source>this period</source>
        <translation>dieser Zeitraum</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>to %1: %2</source>
        <translation>bis %1: %2</translation>
    </message>
    <message>
        <source>to the chart</source>
        <translation>zum Diagramm</translation>
    </message>
    <message>
        <source>to the prices of a change; Esc back</source>
        <translation>zu den Preisen einer Änderung; Esc zurück</translation>
    </message>
    <message>
        <source>today's price is far above competitors</source>
        <translation>der heutige Preis liegt weit über den Wettbewerbern</translation>
    </message>
    <message>
        <source>told by the calendar</source>
        <translation>der Kalender sagt es</translation>
    </message>
    <message>
        <source>too early</source>
        <translation>zu früh</translation>
    </message>
    <message>
        <source>too early, guard in doubt</source>
        <translation>zu früh, Schutzgrenze ungewiss</translation>
    </message>
    <message>
        <source>too few competitors to say what they ask</source>
        <translation>zu wenige Wettbewerber, um zu sagen, was sie verlangen</translation>
    </message>
    <message>
        <source>too few different prices were seen</source>
        <translation>zu wenige verschiedene Preise wurden gesehen</translation>
    </message>
    <message>
        <source>too few different weeks</source>
        <translation>zu wenige verschiedene Wochen</translation>
    </message>
    <message>
        <source>too few effects that can be told from zero</source>
        <translation>zu wenige Wirkungen, die sich von null unterscheiden lassen</translation>
    </message>
    <message>
        <source>too few prices to tell</source>
        <translation>zu wenige Preise</translation>
    </message>
    <message>
        <source>too few rows</source>
        <translation>zu wenige Zeilen</translation>
    </message>
    <message>
        <source>too few scored prices</source>
        <translation>zu wenige gewertete Preise</translation>
    </message>
    <message>
        <source>too few yet to follow what was bought</source>
        <translation>noch zu wenige, um den Käufen zu folgen</translation>
    </message>
    <message>
        <source>too high</source>
        <translation>zu hoch</translation>
    </message>
    <message>
        <source>too large a share of all prices at once</source>
        <translation>ein zu großer Teil aller Preise auf einmal</translation>
    </message>
    <message>
        <source>too large: the rest was not read</source>
        <translation>zu groß: der Rest wurde nicht gelesen</translation>
    </message>
    <message>
        <source>too little history to tell</source>
        <translation>zu wenig Verlauf, um es zu sagen</translation>
    </message>
    <message>
        <source>too little that is fresh</source>
        <translation>zu wenig Frisches</translation>
    </message>
    <message>
        <source>too low</source>
        <translation>zu niedrig</translation>
    </message>
    <message>
        <source>too many changes</source>
        <translation>zu viele Änderungen</translation>
    </message>
    <message>
        <source>too many changes at once</source>
        <translation>zu viele Änderungen auf einmal</translation>
    </message>
    <message>
        <source>too many outcomes outside the interval</source>
        <translation>zu viele Ergebnisse außerhalb des Intervalls</translation>
    </message>
    <message>
        <source>too many pages; what came was kept</source>
        <translation>zu viele Seiten; was kam, blieb</translation>
    </message>
    <message>
        <source>too many recipients</source>
        <translation>zu viele Empfänger</translation>
    </message>
    <message>
        <source>too many rows: the rest was not read</source>
        <translation>zu viele Zeilen: der Rest wurde nicht gelesen</translation>
    </message>
    <message>
        <source>too old</source>
        <translation>zu alt</translation>
    </message>
    <message>
        <source>too old to count: %1</source>
        <translation>zu alt, um zu zählen: %1</translation>
    </message>
    <message>
        <source>too short a history for seasons</source>
        <translation>ein zu kurzer Verlauf für Jahreszeiten</translation>
    </message>
    <message>
        <source>trees in each bag</source>
        <translation>Bäume je Beutel</translation>
    </message>
    <message>
        <source>tried %1</source>
        <translation>ausprobiert %1</translation>
    </message>
    <message>
        <source>tried again</source>
        <translation>wieder versucht</translation>
    </message>
    <message>
        <source>tried again at the next release</source>
        <translation>wird bei der nächsten Auslieferung wieder versucht</translation>
    </message>
    <message>
        <source>try the version beside the champion; Esc stops</source>
        <translation>Version neben dem Champion probieren; Esc hält an</translation>
    </message>
    <message>
        <source>two prices at once</source>
        <translation>zwei Preise zugleich</translation>
    </message>
    <message>
        <source>type a target</source>
        <translation>ein Ziel eintippen</translation>
    </message>
    <message>
        <source>typed by a person</source>
        <translation>von einem Menschen getippt</translation>
    </message>
    <message>
        <source>unavailable</source>
        <translation>nicht verfügbar</translation>
    </message>
    <message>
        <source>unchanged, but its price was never read</source>
        <translation>unverändert, aber der Preis wurde nie gelesen</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>unentschieden</translation>
    </message>
    <message>
        <source>undecided at its end</source>
        <translation>am Ende unentschieden</translation>
    </message>
    <message>
        <source>undecided at its planned end</source>
        <translation>unentschieden am geplanten Ende</translation>
    </message>
    <message>
        <source>undecided: extended</source>
        <translation>unentschieden: verlängert</translation>
    </message>
    <message>
        <source>undercut competitors</source>
        <translation>Wettbewerber unterbieten</translation>
    </message>
    <message>
        <source>undo in the draft</source>
        <translation>im Entwurf zurücknehmen</translation>
    </message>
    <message>
        <source>undo on this page</source>
        <translation>auf dieser Seite zurücknehmen</translation>
    </message>
    <message>
        <source>undo the last change</source>
        <translation>die letzte Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>undo the release, until its slot</source>
        <translation>die Auslieferung zurücknehmen, bis zu ihrem Termin</translation>
    </message>
    <message>
        <source>undo, until it is released</source>
        <translation>zurücknehmen, bis ausgeliefert ist</translation>
    </message>
    <message>
        <source>undone at once</source>
        <translation>sofort zurückgenommen</translation>
    </message>
    <message>
        <source>units</source>
        <translation>Stück</translation>
    </message>
    <message>
        <source>units %1/wk</source>
        <translation>Stück %1/Wo</translation>
    </message>
    <message>
        <source>units a week from about %1 to about %2</source>
        <translation>Stück pro Woche von etwa %1 bis etwa %2</translation>
    </message>
    <message>
        <source>units changed to another scale at once, which no price explains</source>
        <translation>die Mengen sprangen auf einmal in eine andere Größenordnung, was kein Preis erklärt</translation>
    </message>
    <message>
        <source>units of 30 days</source>
        <translation>Absatz von 30 Tagen</translation>
    </message>
    <message>
        <source>units/wk</source>
        <translation>Stück/Wo.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>unknown currency</source>
        <translation>unbekannte Währung</translation>
    </message>
    <message>
        <source>unknown to the gateway, and no longer counted</source>
        <translation>dem Zahlungsdienst unbekannt, und nicht mehr gezählt</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>unusual against its own history or category</source>
        <translation>ungewöhnlich gegen den eigenen Verlauf oder die Kategorie</translation>
    </message>
    <message>
        <source>urls or summary is wanted</source>
        <translation>urls oder summary ist verlangt</translation>
    </message>
    <message>
        <source>used goods</source>
        <translation>gebrauchte Ware</translation>
    </message>
    <message>
        <source>used or refurbished goods</source>
        <translation>gebrauchte oder aufgearbeitete Ware</translation>
    </message>
    <message>
        <source>user added</source>
        <translation>Benutzer hinzugefügt</translation>
    </message>
    <message>
        <source>user changed</source>
        <translation>Benutzer geändert</translation>
    </message>
    <message>
        <source>variance −%1 %</source>
        <translation>Varianz −%1 %</translation>
    </message>
    <message>
        <source>verified at %1: BROKEN</source>
        <translation>geprüft um %1: GEBROCHEN</translation>
    </message>
    <message>
        <source>verified at %1: sound</source>
        <translation>geprüft um %1: unversehrt</translation>
    </message>
    <message>
        <source>verify again: read the files back</source>
        <translation>noch einmal prüfen: die Dateien zurücklesen</translation>
    </message>
    <message>
        <source>verify the whole journal</source>
        <translation>das ganze Journal prüfen</translation>
    </message>
    <message>
        <source>violated</source>
        <translation>verletzt</translation>
    </message>
    <message>
        <source>visitors</source>
        <translation>Besucher</translation>
    </message>
    <message>
        <source>visitors all see the same price here</source>
        <translation>Besucher sehen hier alle denselben Preis</translation>
    </message>
    <message>
        <source>visitors drawn for a price</source>
        <translation>Besucher für einen Preis gezogen</translation>
    </message>
    <message>
        <source>visitors of a channel</source>
        <translation>Besucher eines Kanals</translation>
    </message>
    <message>
        <source>visitors of a market</source>
        <translation>Besucher eines Marktes</translation>
    </message>
    <message>
        <source>visitors were seen with a price that nobody drew for them (experiment arm)</source>
        <translation>Besucher sahen einen Preis, den niemand für sie gezogen hat (experiment arm)</translation>
    </message>
    <message>
        <source>visitors who were dealt it</source>
        <translation>Besucher, denen er zugeteilt wurde</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>waiting for a cycle</source>
        <translation>wartet auf einen Zyklus</translation>
    </message>
    <message>
        <source>waiting for approvals</source>
        <translation>wartet auf Freigaben</translation>
    </message>
    <message>
        <source>waiting for release</source>
        <translation>warten auf Auslieferung</translation>
    </message>
    <message>
        <source>waiting for the release</source>
        <translation>warten auf die Auslieferung</translation>
    </message>
    <message>
        <source>waits again</source>
        <translation>wartet wieder</translation>
    </message>
    <message>
        <source>waits for a human</source>
        <translation>wartet auf einen Menschen</translation>
    </message>
    <message>
        <source>waits for its first cycle</source>
        <translation>wartet auf seinen ersten Zyklus</translation>
    </message>
    <message>
        <source>waits for its release</source>
        <translation>wartet auf seine Auslieferung</translation>
    </message>
    <message>
        <source>walk the lines</source>
        <translation>durch die Zeilen gehen</translation>
    </message>
    <message>
        <source>watch a page; a new feed, where the lower table of the sites has the focus</source>
        <translation>eine Seite beobachten; ein neuer Feed, wo die untere Tabelle der Websites den Fokus hat</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>schwach</translation>
    </message>
    <message>
        <source>weak evidence of elasticity</source>
        <translation>schwache Belege für die Elastizität</translation>
    </message>
    <message>
        <source>weak evidence, but its category's prices have kept their word</source>
        <translation>schwache Belege, aber die Preise ihrer Warengruppe haben Wort gehalten</translation>
    </message>
    <message>
        <source>weak evidence: test instead</source>
        <translation>schwache Belege: stattdessen testen</translation>
    </message>
    <message>
        <source>weak, but its category's prices have kept their word</source>
        <translation>schwach, aber die Preise ihrer Warengruppe haben Wort gehalten</translation>
    </message>
    <message>
        <source>webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>week before: %1 %</source>
        <translation>Woche davor: %1 %</translation>
    </message>
    <message>
        <source>week to %1: %2</source>
        <translation>Woche bis %1: %2</translation>
    </message>
    <message>
        <source>weeks of some units are missing</source>
        <translation>Wochen einiger Einheiten fehlen</translation>
    </message>
    <message>
        <source>weeks of which only some days are known, left out of what is learnt</source>
        <translation>Wochen, von denen nur einige Tage bekannt sind, aus dem Gelernten ausgelassen</translation>
    </message>
    <message>
        <source>weeks sold below it, %</source>
        <translation>Wochen mit weniger Absatz, %</translation>
    </message>
    <message>
        <source>weeks that an earlier file had begun, added up over both</source>
        <translation>Wochen, die eine frühere Datei begonnen hatte, über beide addiert</translation>
    </message>
    <message>
        <source>weight of profit against revenue, 0 to 1; left out: as the settings say</source>
        <translation>Gewicht des Gewinns gegen den Umsatz, 0 bis 1; ohne Angabe: wie in den Einstellungen</translation>
    </message>
    <message>
        <source>weight of the elasticities; the rest is the trees'</source>
        <translation>Gewicht der Elastizitäten; der Rest gehört den Bäumen</translation>
    </message>
    <message>
        <source>what cannot be stored is not bought ahead</source>
        <translation>was sich nicht lagern lässt, wird nicht auf Vorrat gekauft</translation>
    </message>
    <message>
        <source>what changing one price costs a week; left out: as the settings say</source>
        <translation>was eine Preisänderung je Woche kostet; ohne Angabe: wie in den Einstellungen</translation>
    </message>
    <message>
        <source>what it was to find is not there</source>
        <translation>was er finden sollte, ist nicht da</translation>
    </message>
    <message>
        <source>what one of a category loses the other gains</source>
        <translation>was einer aus einer Warengruppe verliert, gewinnt der andere</translation>
    </message>
    <message>
        <source>what plain regressions would claim of prices; Esc stops</source>
        <translation>was einfache Regressionen von den Preisen behaupten; Esc hält an</translation>
    </message>
    <message>
        <source>what rules need</source>
        <translation>was Regeln brauchen</translation>
    </message>
    <message>
        <source>what shipping costs cannot be read</source>
        <translation>was der Versand kostet, ist nicht lesbar</translation>
    </message>
    <message>
        <source>what the cheapest competitor asks</source>
        <translation>was der billigste Wettbewerber verlangt</translation>
    </message>
    <message>
        <source>what you expect, and why</source>
        <translation>was Sie erwarten, und warum</translation>
    </message>
    <message>
        <source>which arm is the control was guessed</source>
        <translation>welcher Arm die Kontrolle ist, wurde geraten</translation>
    </message>
    <message>
        <source>who buys by quantity</source>
        <translation>wer nach Menge kauft</translation>
    </message>
    <message>
        <source>whose block has it now</source>
        <translation>deren Block ihn jetzt hat</translation>
    </message>
    <message>
        <source>whose block has the new price now</source>
        <translation>deren Block jetzt den neuen Preis hat</translation>
    </message>
    <message>
        <source>why, limits, inputs, history, evidence; 1 again: the next chart</source>
        <translation>warum, Grenzen, Eingaben, Verlauf, Belege; 1 noch einmal: das nächste Diagramm</translation>
    </message>
    <message>
        <source>willingness to pay</source>
        <translation>Zahlungsbereitschaft</translation>
    </message>
    <message>
        <source>winners are picked for looking good: plan with the shrunk figure</source>
        <translation>Sieger werden ausgewählt, weil sie gut aussehen: Planen Sie mit der geschrumpften Zahl</translation>
    </message>
    <message>
        <source>with a cycle, without a question to Approvals</source>
        <translation>mit einem Zyklus, ohne Frage an die Freigaben</translation>
    </message>
    <message>
        <source>within limits</source>
        <translation>innerhalb der Grenzen</translation>
    </message>
    <message>
        <source>within the limit</source>
        <translation>innerhalb der Grenze</translation>
    </message>
    <message>
        <source>without a category</source>
        <translation>ohne Kategorie</translation>
    </message>
    <message>
        <source>workspace changed</source>
        <translation>Arbeitsmappe geändert</translation>
    </message>
    <message>
        <source>workspace made</source>
        <translation>Arbeitsmappe angelegt</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>schlechter</translation>
    </message>
    <message>
        <source>worth a test</source>
        <translation>einen Test wert</translation>
    </message>
    <message>
        <source>worth of the final price</source>
        <translation>Wert des endgültigen Preises</translation>
    </message>
    <message>
        <source>write the chart out</source>
        <translation>das Diagramm hinausschreiben</translation>
    </message>
    <message>
        <source>write the files again</source>
        <translation>die Dateien neu schreiben</translation>
    </message>
    <message>
        <source>write the journal out, with a proof</source>
        <translation>das Journal hinausschreiben, mit einem Beleg</translation>
    </message>
    <message>
        <source>write the table out</source>
        <translation>die Tabelle hinausschreiben</translation>
    </message>
    <message>
        <source>writing the journal out</source>
        <translation>das Journal wird hinausgeschrieben</translation>
    </message>
    <message>
        <source>written by %1, %2</source>
        <translation>geschrieben von %1, %2</translation>
    </message>
    <message>
        <source>written by a later version of Pricewright</source>
        <translation>von einer späteren Fassung von Pricewright geschrieben</translation>
    </message>
    <message>
        <source>written, nothing had changed</source>
        <translation>geschrieben, nichts hatte sich geändert</translation>
    </message>
    <message>
        <source>wrong currency</source>
        <translation>falsche Währung</translation>
    </message>
    <message>
        <source>wrong too often about up or down</source>
        <translation>zu oft falsch, ob es auf- oder abwärts geht</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>zones</source>
        <translation>Zonen</translation>
    </message>
    <message>
        <source>{amount} is no whole number of {currency}'s smallest unit. It was not counted.</source>
        <translation>{amount} ist keine ganze Zahl der kleinsten Einheit von {currency}. Es wurde nicht gezählt.</translation>
    </message>
    <message>
        <source>{before} is still to come: events that arrive until then would be turned away. Nothing was forgotten.</source>
        <translation>{before} kommt erst noch: Ereignisse bis dahin würden abgewiesen. Es wurde nichts vergessen.</translation>
    </message>
    <message>
        <source>{by} has decided this already: it is {state}.</source>
        <translation>{by} hat das schon entschieden: Es ist {state}.</translation>
    </message>
    <message>
        <source>{clusters} clusters are too few to tell a lift from chance; {needed} are the least, two of them in each arm. Nothing was decided.</source>
        <translation>{clusters} Gruppen sind zu wenige, um eine Wirkung vom Zufall zu unterscheiden; mindestens {needed} sind nötig, zwei davon in jedem Arm. Nichts wurde entschieden.</translation>
    </message>
    <message>
        <source>{clusters} clusters can be dealt out in so few ways that their p never falls below {least} %, and {level} % decides. No such test was planned; take more clusters, or one look at the end.</source>
        <translation>{clusters} Cluster lassen sich auf so wenige Arten verteilen, dass ihr p nie unter {least} % fällt, und {level} % entscheidet. Kein solcher Test wurde geplant; nehmen Sie mehr Cluster oder einen Blick am Ende.</translation>
    </message>
    <message>
        <source>{clusters} zones or products take part; with fewer than {needed} chance cannot be told from an effect. Nothing was started.</source>
        <translation>{clusters} Zonen oder Produkte nehmen teil; bei weniger als {needed} lässt sich Zufall nicht von Wirkung unterscheiden. Es wurde nichts gestartet.</translation>
    </message>
    <message>
        <source>{code} is not an active ISO 4217 currency code with 0, 2 or 3 digits. Codes are written in capitals: EUR.</source>
        <translation>{code} ist kein gültiges ISO-4217-Währungskürzel mit 0, 2 oder 3 Stellen. Kürzel werden groß geschrieben: EUR.</translation>
    </message>
    <message>
        <source>{competitor} asks {now} {currency} for {product} ({sku}, {zone}), {value} % less than the {before} within {days} days. Seller: {seller}.</source>
        <translation>{competitor} verlangt {now} {currency} für {product} ({sku}, {zone}), {value} % weniger als {before} innerhalb von {days} Tagen. Verkäufer: {seller}.</translation>
    </message>
    <message>
        <source>{competitor} asks {now} {currency} for {product} ({sku}, {zone}), {value} % more than the {before} within {days} days. Seller: {seller}.</source>
        <translation>{competitor} verlangt {now} {currency} für {product} ({sku}, {zone}), {value} % mehr als {before} innerhalb von {days} Tagen. Verkäufer: {seller}.</translation>
    </message>
    <message>
        <source>{competitor} is {value} % below us with {product} ({sku}, {zone}): {now} against our {before} {currency}, delivered. Seller: {seller}.</source>
        <translation>{competitor} liegt bei {product} ({sku}, {zone}) {value} % unter uns: {now} gegen unsere {before} {currency}, geliefert. Verkäufer: {seller}.</translation>
    </message>
    <message>
        <source>{count} events hold a figure that is too large to be one and count for nothing.</source>
        <translation>{count} Ereignisse enthalten eine Zahl, die zu groß ist, um eine zu sein, und zählen nicht.</translation>
    </message>
    <message>
        <source>{count} events tell a day and no time: each counts at the end of its day, so one of the day of the exposure counts as well.</source>
        <translation>{count} Ereignisse nennen einen Tag und keine Uhrzeit: jedes zählt am Ende seines Tages, eines vom Tag der Sichtung also mit.</translation>
    </message>
    <message>
        <source>{count} of the {all} events are of units without exposure and count for nothing. Where these were shown a price, their ids are written otherwise than in the exposures.</source>
        <translation>{count} der {all} Ereignisse gehören zu Einheiten ohne Einblendung und zählen nicht. Wurde diesen ein Preis gezeigt, sind ihre Kennungen anders geschrieben als bei den Einblendungen.</translation>
    </message>
    <message>
        <source>{count} orders had more given back than was paid for them, which takes revenue from what their unit paid otherwise. Look at them before believing the figures.</source>
        <translation>Bei {count} Bestellungen wurde mehr erstattet, als bezahlt wurde; das nimmt Umsatz von dem, was ihre Einheit sonst bezahlte. Sehen Sie sie an, bevor Sie den Zahlen glauben.</translation>
    </message>
    <message>
        <source>{count} orders have several rows that differ: they are taken for lines of one order and added up. Where the later one corrects the earlier, the revenue is too high.</source>
        <translation>{count} Bestellungen haben mehrere Zeilen, die sich unterscheiden: sie gelten als Posten einer Bestellung und werden zusammengezählt. Wo die spätere die frühere berichtigt, ist der Umsatz zu hoch.</translation>
    </message>
    <message>
        <source>{count} refunds are of orders that have not come, and wait for them.</source>
        <translation>{count} Erstattungen gehören zu Bestellungen, die noch nicht da sind, und warten auf sie.</translation>
    </message>
    <message>
        <source>{count} rows are dated in the future or before 2000 and count for nothing.</source>
        <translation>{count} Zeilen sind in die Zukunft oder vor 2000 datiert und zählen nicht.</translation>
    </message>
    <message>
        <source>{count} rows are of units that were there already: the first row of each counts. A file with a row for each metric of a unit must be made one with a column for each.</source>
        <translation>{count} Zeilen sind von Einheiten, die schon da waren: die erste Zeile jeder zählt. Aus einer Datei mit einer Zeile je Kennzahl einer Einheit muss eine mit einer Spalte je Kennzahl werden.</translation>
    </message>
    <message>
        <source>{count} rows have the id of an event that was there with other contents: the first of each counts.</source>
        <translation>{count} Zeilen haben die Kennung eines Ereignisses, das mit anderem Inhalt schon da war: das erste zählt.</translation>
    </message>
    <message>
        <source>{count} rows of {file} hold something that cannot be read, or a figure that is too large, and count for nothing. The first: line {line}, {column} "{value}".</source>
        <translation>{count} Zeilen von {file} enthalten etwas Unlesbares oder eine zu große Zahl und zählen nicht. Die erste: Zeile {line}, {column} „{value}“.</translation>
    </message>
    <message>
        <source>{count} rows repeat a row of their order word for word: each counts once. Where they are lines of their own, an id of events tells (--event-id-column).</source>
        <translation>{count} Zeilen wiederholen eine Zeile ihrer Bestellung Wort für Wort: jede zählt einmal. Wo es eigene Posten sind, sagt es eine Kennung der Ereignisse (--event-id-column).</translation>
    </message>
    <message>
        <source>{count} units were shown both prices and count in no arm.</source>
        <translation>{count} Einheiten sahen beide Preise und zählen in keinem Arm.</translation>
    </message>
    <message>
        <source>{day} has passed where these prices are asked. No batch was made. Choose a later day.</source>
        <translation>{day} ist dort, wo diese Preise verlangt werden, vorbei. Es wurde kein Preispaket gebildet. Wählen Sie einen späteren Tag.</translation>
    </message>
    <message>
        <source>{field} is a number from {least} to {most}, not {value}. Nothing was saved.</source>
        <translation>{field} ist eine Zahl von {least} bis {most}, nicht {value}. Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>{field} is missing, or is not what it should be: a number or a list of as many as there are products. Nothing was computed.</source>
        <translation>{field} fehlt oder ist nicht, was es sein soll: eine Zahl oder eine Liste von so vielen, wie es Produkte gibt. Es wurde nichts berechnet.</translation>
    </message>
    <message>
        <source>{field} of the plan cannot be "{value}". Nothing was changed.</source>
        <translation>{field} des Plans kann nicht „{value}“ sein. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>{field} of the plan is {value}; it must lie between {least} and {most}. Nothing was changed.</source>
        <translation>{field} des Plans ist {value}; der Wert muss zwischen {least} und {most} liegen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>{file} does not say when things happened. Nothing was taken in.</source>
        <translation>{file} sagt nicht, wann etwas geschah. Nichts wurde übernommen.</translation>
    </message>
    <message>
        <source>{format} is no date format. Use patterns such as yyyy-MM-dd or d.M.yyyy, week:1989-09-14 for numbers of weeks, or excel for a spreadsheet's day numbers.</source>
        <translation>{format} ist kein Datumsformat. Nehmen Sie Muster wie yyyy-MM-dd oder d.M.yyyy, week:1989-09-14 für Wochennummern, oder excel für Tageszahlen einer Tabellenkalkulation.</translation>
    </message>
    <message>
        <source>{gtin} is no GTIN: it has 8, 12, 13 or 14 digits, and the last one is a check digit. Nothing was added.</source>
        <translation>{gtin} ist keine GTIN: sie hat 8, 12, 13 oder 14 Ziffern, die letzte ist eine Prüfziffer. Es wurde nichts angelegt.</translation>
    </message>
    <message>
        <source>{host} is not a public address ({reason}). If it is meant, allow its range in the settings (monitor.allowed-addresses).</source>
        <translation>{host} ist keine öffentliche Adresse ({reason}). Ist sie gemeint, erlauben Sie ihren Bereich in den Einstellungen (monitor.allowed-addresses).</translation>
    </message>
    <message>
        <source>{id} came from a gateway, not from a file: its money cannot be taken back here. Nothing was changed.</source>
        <translation>{id} kam von einem Zahlungsdienst, nicht aus einer Datei: Seine Beträge können hier nicht zurückgenommen werden. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>{id} has been taken back already. Nothing was changed.</source>
        <translation>{id} wurde schon zurückgenommen. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>{key} belongs to this device, not to the workspace.</source>
        <translation>{key} gehört zu diesem Gerät, nicht zur Arbeitsmappe.</translation>
    </message>
    <message>
        <source>{key} must be at least {limit}. The old value holds.</source>
        <translation>{key} muss mindestens {limit} sein. Der alte Wert gilt.</translation>
    </message>
    <message>
        <source>{key} must be at most {limit}. The old value holds.</source>
        <translation>{key} darf höchstens {limit} sein. Der alte Wert gilt.</translation>
    </message>
    <message>
        <source>{lower} cannot come below {lowest}, and against {upper} it may cost {most} at most ({more} more like this): prices go where they were seen and one step beyond, within the move allowed. Allow a larger one, try such prices in a test first, or leave these out. Nothing was planned.</source>
        <translation>{lower} kann nicht unter {lowest} kommen, und gegen {upper} darf es höchstens {most} kosten ({more} weitere dieser Art): Preise gehen dorthin, wo sie schon standen, und einen Schritt weiter, im erlaubten Rahmen. Erlauben Sie einen größeren, erproben Sie solche Preise zuerst in einem Test, oder lassen Sie diese weg. Nichts wurde geplant.</translation>
    </message>
    <message>
        <source>{model} has no parameter "{parameter}". Nothing was added.</source>
        <translation>{model} hat keinen Parameter „{parameter}“. Nichts wurde angelegt.</translation>
    </message>
    <message>
        <source>{model} has nothing to learn from: no sales lie in the weeks that it looks at. It was not compared.</source>
        <translation>{model} hat nichts, woraus es lernen könnte: In den Wochen, die es betrachtet, liegen keine Verkäufe. Es wurde nicht verglichen.</translation>
    </message>
    <message>
        <source>{model} {version} has not been compared with the champion yet: do that first. Nothing was changed.</source>
        <translation>{model} {version} wurde noch nicht mit dem Champion verglichen: tun Sie das zuerst. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>{model} {version} is the champion already. Nothing was changed.</source>
        <translation>{model} {version} ist schon der Champion. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>{model} {version} is there already. Nothing was added.</source>
        <translation>{model} {version} gibt es schon. Nichts wurde angelegt.</translation>
    </message>
    <message>
        <source>{name}</source>
        <translation>{name}</translation>
    </message>
    <message>
        <source>{name} comes from the environment ({variable}) and can only be changed there.</source>
        <translation>{name} kommt aus der Umgebung ({variable}) und lässt sich nur dort ändern.</translation>
    </message>
    <message>
        <source>{name} is in the keychain, which is locked. Unlock it and try again.</source>
        <translation>{name} liegt im Schlüsselbund, der gesperrt ist. Entsperren und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>{name}: {count} alerts</source>
        <translation>{name}: {count} Alarme</translation>
    </message>
    <message>
        <source>{name}: {count} in the quiet hours</source>
        <translation>{name}: {count} in den Ruhezeiten</translation>
    </message>
    <message>
        <source>{name}: {count} more since yesterday's last message</source>
        <translation>{name}: {count} weitere seit der letzten Meldung gestern</translation>
    </message>
    <message>
        <source>{object} belongs to the gateway's test mode, whose money is none. Nothing was counted; the setting revenue.stripe.test-mode counts it.</source>
        <translation>{object} gehört zum Testbetrieb des Zahlungsdienstes, dessen Geld keines ist. Nichts wurde gezählt; die Einstellung revenue.stripe.test-mode zählt es.</translation>
    </message>
    <message>
        <source>{object} cannot be understood ({why}). It was not counted.</source>
        <translation>{object} ist nicht zu verstehen ({why}). Es wurde nicht gezählt.</translation>
    </message>
    <message>
        <source>{object} names a person where only a hash may be kept. Nothing of it was kept.</source>
        <translation>{object} nennt eine Person, wo nur eine Prüfsumme stehen darf. Nichts davon wurde aufbewahrt.</translation>
    </message>
    <message>
        <source>{parameter} lies between {least} and {most}. Nothing was added.</source>
        <translation>{parameter} liegt zwischen {least} und {most}. Nichts wurde angelegt.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({what}). Nothing was taken from it.</source>
        <translation>{path} kann nicht gelesen werden ({what}). Nichts wurde daraus übernommen.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({why}).</source>
        <translation>{path} kann nicht gelesen werden ({why}).</translation>
    </message>
    <message>
        <source>{path} cannot be read ({why}). Nothing was imported.</source>
        <translation>{path} kann nicht gelesen werden ({why}). Nichts wurde importiert.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {message}. Nothing was changed.</source>
        <translation>{path} ist nicht lesbar: {message}. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {message} What was kept before is still there.</source>
        <translation>{path} lässt sich nicht schreiben: {message} Was vorher abgelegt war, ist noch da.</translation>
    </message>
    <message>
        <source>{path} changed while it was read. Nothing was imported. Try again when it is complete.</source>
        <translation>{path} änderte sich, während es gelesen wurde. Nichts wurde importiert. Versuchen Sie es noch einmal, wenn es vollständig ist.</translation>
    </message>
    <message>
        <source>{path} could not be written: {why}. A file that was there is as it was; choose another folder, or make room.</source>
        <translation>{path} konnte nicht geschrieben werden: {why}. Eine Datei, die da war, ist, wie sie war; wählen Sie einen anderen Ordner, oder schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>{path} has more than one column "{column}", and which of them is meant cannot be told. Nothing was read; give each a name of its own.</source>
        <translation>{path} hat mehr als eine Spalte „{column}“, und welche gemeint ist, lässt sich nicht sagen. Nichts wurde gelesen; geben Sie jeder einen eigenen Namen.</translation>
    </message>
    <message>
        <source>{path} has no column for {column}. It has: {found}. Name the column that is meant.</source>
        <translation>{path} hat keine Spalte für {column}. Es hat: {found}. Nennen Sie die Spalte, die gemeint ist.</translation>
    </message>
    <message>
        <source>{path} holds no rows that can be read. Nothing was analyzed.</source>
        <translation>{path} enthält keine lesbaren Zeilen. Es wurde nichts ausgewertet.</translation>
    </message>
    <message>
        <source>{path} is damaged ({why}) and was left as it is. Put a copy back, or move it away and set the secrets again.</source>
        <translation>{path} ist beschädigt ({why}) und blieb, wie sie ist. Eine Kopie zurücklegen, oder die Datei wegschieben und die Geheimnisse neu setzen.</translation>
    </message>
    <message>
        <source>{path} is damaged ({why}). Nothing was imported. Fetch the file again.</source>
        <translation>{path} ist beschädigt ({why}). Nichts wurde importiert. Holen Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>{path} is empty. Nothing was imported.</source>
        <translation>{path} ist leer. Nichts wurde importiert.</translation>
    </message>
    <message>
        <source>{path} is larger than can be imported. Nothing was imported. Split it.</source>
        <translation>{path} ist größer, als importiert werden kann. Nichts wurde importiert. Teilen Sie es.</translation>
    </message>
    <message>
        <source>{path} is not a Pricewright workspace. It was not touched. Choose another file, or make a workspace with: init.</source>
        <translation>{path} ist keine Pricewright-Arbeitsmappe. Sie wurde nicht angerührt. Wählen Sie eine andere Datei, oder legen Sie eine Arbeitsmappe an mit: init.</translation>
    </message>
    <message>
        <source>{path} is not a text file. Nothing was imported. Export it as CSV.</source>
        <translation>{path} ist keine Textdatei. Nichts wurde importiert. Geben Sie sie als CSV aus.</translation>
    </message>
    <message>
        <source>{path} is open in another Pricewright window already; it has been asked to come to the front.</source>
        <translation>{path} ist schon in einem anderen Pricewright-Fenster offen; es wurde gebeten, nach vorn zu kommen.</translation>
    </message>
    <message>
        <source>{path} is there already and was not touched. Choose another name for the new workspace.</source>
        <translation>{path} ist schon da und wurde nicht angerührt. Wählen Sie einen anderen Namen für die neue Arbeitsmappe.</translation>
    </message>
    <message>
        <source>{path} unpacks to far more than it should. Nothing was imported.</source>
        <translation>{path} entpackt sich zu weit mehr, als es sollte. Nichts wurde importiert.</translation>
    </message>
    <message>
        <source>{path} was changed since it was read. Nothing was proposed. Read it again.</source>
        <translation>{path} wurde geändert, seit es gelesen wurde. Nichts wurde vorgeschlagen. Lesen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{price} {currency} is no price that can be set here: it must be positive and in the price's own currency.</source>
        <translation>{price} {currency} ist kein Preis, der hier gesetzt werden kann: Er muss positiv und in der eigenen Währung des Preises sein.</translation>
    </message>
    <message>
        <source>{product} ({sku}, {zone}) is sold out at {count} of the sellers that are watched, and in stock at none.</source>
        <translation>{product} ({sku}, {zone}) ist bei {count} beobachteten Verkäufern ausverkauft und bei keinem vorrätig.</translation>
    </message>
    <message>
        <source>{range} is not a range of addresses such as 10.20.0.0/16.</source>
        <translation>{range} ist kein Adressbereich wie 10.20.0.0/16.</translation>
    </message>
    <message>
        <source>{reason} is no reason for a rejection. Known are: too-high, too-low, timing, competitor-data-doubtful, cost-doubtful, brand-policy, non-price-response, other.</source>
        <translation>{reason} ist kein Grund für eine Ablehnung. Bekannt sind: too-high, too-low, timing, competitor-data-doubtful, cost-doubtful, brand-policy, non-price-response, other.</translation>
    </message>
    <message>
        <source>{redraws} redraws of so few clusters cannot decide one of {comparisons} comparisons by itself, whatever they show; {needed} are needed at least.</source>
        <translation>{redraws} neue Ziehungen können bei so wenigen Clustern keinen von {comparisons} Vergleichen für sich allein entscheiden, was sie auch zeigen; mindestens {needed} sind nötig.</translation>
    </message>
    <message>
        <source>{rows} of the {of} rows of {path} cannot be read, the first in line {line}, column {column}: "{value}". Nothing was analyzed; more than one row in a hundred is too many.</source>
        <translation>{rows} der {of} Zeilen von {path} sind nicht zu lesen, die erste in Zeile {line}, Spalte {column}: „{value}“. Es wurde nichts ausgewertet; mehr als eine Zeile von hundert ist zu viel.</translation>
    </message>
    <message>
        <source>{setting} is out of its range. Nothing was computed.</source>
        <translation>{setting} liegt außerhalb seines Bereichs. Es wurde nichts berechnet.</translation>
    </message>
    <message>
        <source>{sku} already has this price, or the limits leave it there: nothing was proposed.</source>
        <translation>{sku} hat diesen Preis schon, oder die Grenzen belassen ihn dort: Nichts wurde vorgeschlagen.</translation>
    </message>
    <message>
        <source>{sku} and {other} are of one category: what one loses the other gains, and the difference between them can be twice the effect. Nothing was started; test by price zones, or take products of other categories.</source>
        <translation>{sku} und {other} sind aus einer Kategorie: was der eine verliert, gewinnt der andere, und der Unterschied zwischen ihnen kann die doppelte Wirkung sein. Nichts wurde begonnen; testen Sie nach Preiszonen, oder nehmen Sie Artikel anderer Kategorien.</translation>
    </message>
    <message>
        <source>{sku} costs {now} in {zone}, and its ladder has no price {percent} % from there or anywhere on that side. Nothing was started; name the price instead of a change, or leave this zone out.</source>
        <translation>{sku} kostet {now} in {zone}, und seine Preisleiter hat keinen Preis {percent} % davon oder irgendwo auf dieser Seite. Nichts wurde gestartet; nennen Sie den Preis statt einer Änderung, oder lassen Sie diese Zone aus.</translation>
    </message>
    <message>
        <source>{sku} has no price in {zone} that a new one could be compared with. Nothing was started.</source>
        <translation>{sku} hat in {zone} keinen Preis, mit dem ein neuer verglichen werden könnte. Es wurde nichts gestartet.</translation>
    </message>
    <message>
        <source>{sku} in {zone} stands in the workbook twice: the first row counts.</source>
        <translation>{sku} in {zone} steht zweimal in der Mappe: Die erste Zeile zählt.</translation>
    </message>
    <message>
        <source>{sku} in {zone} was decided twice in one cycle. Nothing of the cycle was saved. This is a fault of the program: please report it.</source>
        <translation>{sku} in {zone} wurde in einem Zyklus zweimal entschieden. Nichts vom Zyklus wurde gespeichert. Das ist ein Fehler des Programms: Bitte melden Sie ihn.</translation>
    </message>
    <message>
        <source>{sku} is not sold in {zone}.</source>
        <translation>{sku} wird in {zone} nicht verkauft.</translation>
    </message>
    <message>
        <source>{sku} is not sold in {zone}. Nothing was started.</source>
        <translation>{sku} wird in {zone} nicht verkauft. Es wurde nichts gestartet.</translation>
    </message>
    <message>
        <source>{sku} is sold in several price zones. Say which: {sku}@ZONE.</source>
        <translation>{sku} wird in mehreren Preiszonen verkauft. Sagen Sie, in welcher: {sku}@ZONE.</translation>
    </message>
    <message>
        <source>{sku} is sold in {zone} already. Nothing was added.</source>
        <translation>{sku} wird in {zone} schon verkauft. Es wurde nichts angelegt.</translation>
    </message>
    <message>
        <source>{sku} keeps: buyers would wait for the cheap days and store. Nothing was started; test by price zones, or allow it in the plan and say why.</source>
        <translation>{sku} ist haltbar: Käufer würden auf die billigen Tage warten und Vorrat anlegen. Nichts wurde begonnen; testen Sie nach Preiszonen, oder erlauben Sie es im Plan und sagen Sie, warum.</translation>
    </message>
    <message>
        <source>{source} has told no price for {value} hours; {threshold} are allowed.</source>
        <translation>{source} hat seit {value} Stunden keinen Preis genannt; {threshold} sind erlaubt.</translation>
    </message>
    <message>
        <source>{units} units of {periods} periods are more figures than {most}. Nothing was analyzed; look at the column of the units, or take longer periods (--period).</source>
        <translation>{units} Einheiten in {periods} Zeiträumen sind mehr Zahlen als {most}. Nichts wurde ausgewertet; sehen Sie die Spalte der Einheiten an, oder nehmen Sie längere Zeiträume (--period).</translation>
    </message>
    <message>
        <source>{unit} is said to be treated and not to be. Nothing was computed; look at the column.</source>
        <translation>{unit} soll den neuen Preis haben und auch nicht haben. Es wurde nichts berechnet; sehen Sie sich die Spalte an.</translation>
    </message>
    <message>
        <source>{url} is not an address that can be fetched ({why}).</source>
        <translation>{url} ist keine Adresse, die abgerufen werden kann ({why}).</translation>
    </message>
    <message>
        <source>{user} has no role in this workspace and cannot decide. A director gives one with: users set NAME ROLE.</source>
        <translation>{user} hat in dieser Arbeitsmappe keine Rolle und kann nicht entscheiden. Ein Direktor gibt eine mit: users set NAME ROLE.</translation>
    </message>
    <message>
        <source>{user} is what the program calls itself in the journal. Choose another name. Nothing was changed.</source>
        <translation>{user} nennt sich das Programm selbst im Journal. Wählen Sie einen anderen Namen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>{value} is named twice among the products that are tested or counted. Nothing was changed.</source>
        <translation>{value} steht zweimal unter den Produkten, die getestet oder mitgezählt werden. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>{value} is no cost: it must be above zero. Nothing was changed.</source>
        <translation>{value} sind keine Kosten: Sie müssen über null liegen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>{value} is too large to be an amount.</source>
        <translation>{value} ist zu groß für einen Betrag.</translation>
    </message>
    <message>
        <source>{value}, limit {limit}</source>
        <translation>{value}, Grenze {limit}</translation>
    </message>
    <message>
        <source>{version} does not follow on {newest}, the newest version. Nothing was added.</source>
        <translation>{version} folgt nicht auf {newest}, die neueste Version. Nichts wurde angelegt.</translation>
    </message>
    <message>
        <source>{weeks} weeks cannot be forecast: 1 to 104 can.</source>
        <translation>{weeks} Wochen lassen sich nicht prognostizieren: 1 bis 104 sind möglich.</translation>
    </message>
    <message>
        <source>{weeks} weeks cannot be shown: take 1 to 52, or the year to date.</source>
        <translation>{weeks} Wochen lassen sich nicht zeigen: Nehmen Sie 1 bis 52 oder das laufende Jahr.</translation>
    </message>
    <message>
        <source>{what} does not wait in the queue. `queue list` shows what does.</source>
        <translation>{what} wartet nicht in der Warteschlange. `queue list` zeigt, was dort wartet.</translation>
    </message>
    <message>
        <source>{who} may not do this: it takes the role {needed}, and the role of {who} is: {role}. Nothing was changed. A director gives roles with: users set NAME ROLE.</source>
        <translation>{who} darf das nicht: Es braucht die Rolle {needed}, und die Rolle von {who} ist: {role}. Nichts wurde geändert. Ein Direktor gibt Rollen mit: users set NAME ROLE.</translation>
    </message>
    <message>
        <source>Δ</source>
        <translation>Δ</translation>
    </message>
    <message>
        <source>Δ %</source>
        <translation>Δ %</translation>
    </message>
    <message>
        <source>– choose a column –</source>
        <translation>– Spalte wählen –</translation>
    </message>
    <message>
        <source>– not in the file –</source>
        <translation>– nicht in der Datei –</translation>
    </message>
    <message numerus="yes">
        <source>“%1” goes on for %n more day(s)</source>
        <translation>
            <numerusform>„%1“ geht noch %n Tag weiter</numerusform>
            <numerusform>„%1“ geht noch %n Tage weiter</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is kept as a draft beside what you are planning</source>
        <translation>„%1“ ist als Entwurf bewahrt, neben dem, was Sie gerade planen</translation>
    </message>
    <message>
        <source>“%1” is kept as a draft · S starts it</source>
        <translation>„%1“ ist als Entwurf behalten · S startet ihn</translation>
    </message>
    <message>
        <source>“%1” is no cost: it must be above zero.</source>
        <translation>„%1“ sind keine Kosten: Sie müssen über null liegen.</translation>
    </message>
    <message>
        <source>“%1” is no number.</source>
        <translation>„%1“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>“%1” is no price.</source>
        <translation>„%1“ ist kein Preis.</translation>
    </message>
    <message>
        <source>“%1” is registered. It begins once its first prices are approved and in force.</source>
        <translation>„%1“ ist festgeschrieben. Er beginnt, sobald seine ersten Preise freigegeben sind und gelten.</translation>
    </message>
    <message>
        <source>“%1” is registered. It begins with the next check; the shop asks which price each visitor sees.</source>
        <translation>„%1“ ist festgeschrieben. Er beginnt mit der nächsten Prüfung; der Shop fragt, welchen Preis jeder Besucher sieht.</translation>
    </message>
    <message>
        <source>“%1” is registered. It begins with the next cycle.</source>
        <translation>„%1“ ist registriert. Er beginnt mit dem nächsten Zyklus.</translation>
    </message>
    <message>
        <source>“%1” is stopped and its prices go back</source>
        <translation>„%1“ wird angehalten, und seine Preise gehen zurück</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… und %1 weitere</translation>
    </message>
    <message>
        <source>… and {count} more. The inbox has all of them.</source>
        <translation>… und {count} weitere. Alle stehen im Eingang.</translation>
    </message>
    <message>
        <source>…the old price</source>
        <translation>…der alte Preis</translation>
    </message>
    <message>
        <source>…the stock</source>
        <translation>…der Bestand</translation>
    </message>
    <message>
        <source>←  →</source>
        <translation>←  →</translation>
    </message>
    <message>
        <source>← →</source>
        <translation>← →</translation>
    </message>
    <message>
        <source>▲ none yet</source>
        <translation>▲ noch keine</translation>
    </message>
    <message>
        <source>▲ stale</source>
        <translation>▲ veraltet</translation>
    </message>
    <message>
        <source>▲ stale: ends %1</source>
        <translation>▲ veraltet: endet %1</translation>
    </message>
    <message>
        <source>✓ all prices · newest %1</source>
        <translation>✓ alle Preise · neuester %1</translation>
    </message>
    <message>
        <source>✓ complete to %1</source>
        <translation>✓ vollständig bis %1</translation>
    </message>
    <message>
        <source>✓ the same to the last bit, %1 decisions</source>
        <translation>✓ dasselbe bis zum letzten Bit, %1 Entscheidungen</translation>
    </message>
    <message>
        <source>✕ differs: %1</source>
        <translation>✕ weicht ab: %1</translation>
    </message>
</context>
</TS>
